package dev.lethe.recipekit.toy;

import dev.lethe.api.UsageException;
import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.engine.Verification;
import dev.lethe.engine.config.Config;
import dev.lethe.engine.recipe.Pipeline;
import dev.lethe.engine.recipe.PlanLine;
import dev.lethe.engine.recipe.Results;
import dev.lethe.engine.recipe.Stage;
import dev.lethe.engine.recipe.StageContext;
import dev.lethe.io.hash.Fingerprint;
import dev.lethe.report.Note;
import dev.lethe.report.Provenance;
import dev.lethe.report.Report;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Trains, which runs share, and attacks. */
record ToyPipeline(
    Config config,
    ToySettings settings,
    List<Saying> sayings,
    String hash,
    List<ExtensionInfo> used)
    implements Pipeline {

  @Override
  public String fingerprint() {
    return new Fingerprint().add(hash).add(settings.toString()).hex();
  }

  @Override
  public Map<String, String> dataHashes() {
    return Map.of("records", hash);
  }

  @Override
  public List<Note> notes() {
    return List.of(Note.open("this model knows nothing but characters"));
  }

  @Override
  public List<PlanLine> describe() {
    return List.of(
        new PlanLine("records", settings.records().toString()),
        new PlanLine("threshold", Double.toString(settings.threshold())));
  }

  @Override
  public Map<String, @Nullable Object> facts() {
    return Map.of("records", sayings.size());
  }

  @Override
  public Results run(StageContext context) {
    Provenance provenance = context.provenance(new Provenance.Source("characters", "toy", null));
    return new ToyResults(config, settings, sayings, attack(context), provenance);
  }

  private Scores attack(StageContext context) {
    return context.result(
        Stage.own(
            "scores",
            Scores.class,
            () -> {
              CharacterModel model = model(context);
              Map<String, Double> scores = new TreeMap<>();
              sayings.forEach(each -> scores.put(each.name(), model.logLikelihood(each.text())));
              return new Scores(scores);
            }));
  }

  private CharacterModel model(StageContext context) {
    String identity =
        new Fingerprint()
            .add(hash)
            .add(Integer.toString(settings.order()))
            .add(context.program().foundation())
            .hex();
    return context.result(
        Stage.shared(
            identity,
            CharacterModel.class,
            () ->
                CharacterModel.train(
                    settings.order(),
                    sayings.stream().filter(Saying::member).map(Saying::text).toList())));
  }

  @Override
  public Verification verify(Report report, Path directory, StageContext context) {
    throw new UsageException("a toy leaves nothing that could be verified");
  }

  /** The score of each person. */
  record Scores(Map<String, Double> byName) {}
}
