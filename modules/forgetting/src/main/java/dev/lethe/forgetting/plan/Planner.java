package dev.lethe.forgetting.plan;

import dev.lethe.api.attack.PrivacyAttack;
import dev.lethe.api.attack.Subject;
import dev.lethe.api.data.NameSource;
import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.defense.Regularizer;
import dev.lethe.api.evaluation.Evaluation;
import dev.lethe.api.method.Need;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.engine.config.Block;
import dev.lethe.engine.extension.ExperimentContext;
import dev.lethe.engine.extension.ExtensionFactory;
import dev.lethe.engine.extension.Planned;
import dev.lethe.engine.extension.SettingKeys;
import dev.lethe.engine.model.ModelFinder;
import dev.lethe.engine.model.ModelFormat;
import dev.lethe.engine.model.PlannedModel;
import dev.lethe.engine.recipe.PlanOptions;
import dev.lethe.engine.recipe.RecipeContext;
import dev.lethe.forgetting.config.DefenseBlock;
import dev.lethe.forgetting.config.ForgetSettings;
import dev.lethe.forgetting.config.ForgetSettings.Unknown;
import dev.lethe.forgetting.config.ForgettingConfig;
import dev.lethe.forgetting.people.ForgetRequests;
import dev.lethe.forgetting.people.KnownPeople;
import dev.lethe.forgetting.people.NameReader;
import dev.lethe.report.Note;
import dev.lethe.report.requirement.RequiredMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Makes one plan. */
public final class Planner {
  private final ForgettingConfig config;
  private final ExperimentContext context;
  private final ExtensionFactory extensions;
  private final List<Note> notes = new ArrayList<>();

  /** Creates a planner of one run. */
  public Planner(ForgettingConfig config, RecipeContext context) {
    this.config = config;
    this.context = context.run();
    extensions = context.extensions();
  }

  /**
   * Plans a run.
   *
   * @throws dev.lethe.api.LetheException if it is not possible
   */
  public ForgettingPlan plan(PlanOptions options) {
    Roles.check(config);
    List<PlannedDefense> defenses = config.defense().stream().map(this::defense).toList();
    List<Planned<PrivacyAttack>> attacks =
        config.attacks().stream().map(b -> extensions.create(PrivacyAttack.class, b)).toList();
    List<Planned<Evaluation>> evaluations = evaluations();
    MethodRequirements requirements = new MethodRequirements(defenses, attacks, evaluations);
    Roles.checkData(config, requirements);
    MethodRequirements.checkRegularizers(defenses);
    RequiredMetrics.check(
        config.general().require(),
        Stream.concat(attacks.stream(), evaluations.stream()).map(Planned::name).toList());
    ModelFormat format = ModelFormat.of(config.settings().model(), extensions);
    requirements.check(format);
    PlannedModel model = new ModelFinder(options.hashes()).find(format, context.progress());
    for (String encoder : model.leftOut()) {
      open(
          "%s is left as it is: it still knows every name, for whatever reads it; if it is a CLIP, another run with model.text-encoder=%s defends it"
              .formatted(encoder, encoder.split(" ")[0]));
    }
    List<String> telling = new ArrayList<>();
    AttackSubjects audience;
    ForgetRequests requests;
    PlannedData data;
    try (NameReader reader = NameReader.of(format.tokenizer())) {
      audience =
          new AttackSubjectsReader(config, context, extensions, requirements, reader)
              .read(telling, context.progress());
      requests = requests(audience, reader);
      data =
          new DataReader(config, context, extensions, requirements, reader, telling)
              .read(audience, requests.requests());
    }
    telling.addAll(requests.warnings());
    if (options.redact() && requests.requests().isEmpty() && !defenses.isEmpty()) {
      telling.add(
          "forget.count draws by the seed: whoever has the model, the photographs and the seed can draw the same people; forget.names cannot be repeated");
    }
    telling.forEach(text -> notes.add(Note.telling(text)));
    if (!defenses.isEmpty() && attacks.isEmpty()) {
      open("no attack tests whether anybody is forgotten");
    }
    ForgettingInputs inputs =
        new ForgettingInputs(
            config,
            model,
            audience,
            data,
            requirements.include(Need.NAMES) ? names(audience) : null,
            requests.requests(),
            defenses,
            attacks,
            evaluations);
    defenses.forEach(defense -> inputs.requestsFor(defense, inputs.requests()));
    tellWhoCannotBeDrawn(inputs);
    if (config.retain() != null && !defenses.isEmpty() && data.retained() == null) {
      open("retain is not used: no method asks for people to retain");
    }
    requireMemory(Estimate.of(inputs));
    for (Planned<Evaluation> evaluation : evaluations) {
      evaluation.extension().notes().forEach(text -> notes.add(Note.telling(text)));
      String hash = evaluation.extension().contentHash();
      data.contentHashes()
          .forEach(
              (block, read) -> {
                if (read.equals(hash)) {
                  open(
                      "%s reads the %s that the defense trains on: others may fare worse"
                          .formatted(evaluation.block().place(), block));
                }
              });
    }
    return new ForgettingPlan(inputs, used(model), notes);
  }

  private void tellWhoCannotBeDrawn(ForgettingInputs inputs) {
    List<String> lacking =
        inputs.audience().subjects().stream()
            .map(Subject::name)
            .filter(name -> !inputs.canForget(name))
            .toList();
    if (!lacking.isEmpty() && inputs.requests().isEmpty()) {
      notes.add(
          Note.telling(
              "%d people under test cannot be drawn for forget.count, since a defense has no pictures of them, such as %s"
                  .formatted(lacking.size(), lacking.get(0))));
    }
  }

  private void requireMemory(Estimate estimate) {
    if (!estimate.fits()) {
      open(
          "max-memory is %s, but by the size of the model's files at least about %s are needed: the run ends where memory does not suffice; raise max-memory"
              .formatted(estimate.most(), estimate.memory().least()));
    }
  }

  /** Loaders that only looked at the checkpoint do not count; a wrapper is read with others. */
  private List<ExtensionInfo> used(PlannedModel model) {
    return extensions.used().stream()
        .filter(
            info ->
                info.key().contract() != ModelLoader.class
                    || info.key().name().equals(model.loader().name())
                    || model.format().info().wraps())
        .toList();
  }

  private void open(String text) {
    notes.add(Note.open(text));
  }

  private ForgetRequests requests(AttackSubjects audience, NameReader reader) {
    ForgetSettings forget = config.defense().isEmpty() ? null : config.settings().forget();
    Unknown unknown =
        forget == null || config.attacks().isEmpty() ? Unknown.ALLOW : forget.unknown();
    List<String> subjects = audience.subjects().stream().map(Subject::name).toList();
    return ForgetRequests.read(
        forget, KnownPeople.of(subjects, audience.everybody(), unknown, reader), reader);
  }

  private PlannedDefense defense(DefenseBlock block) {
    return new PlannedDefense(
        extensions.create(BackdoorStrategy.class, block.strategy()),
        block.regularizers().stream()
            .map(
                each ->
                    new PlannedDefense.Weighted(
                        extensions.create(Regularizer.class, each.block()), each.weight()))
            .toList());
  }

  private List<Planned<Evaluation>> evaluations() {
    List<Planned<Evaluation>> evaluations = new ArrayList<>();
    for (Block block : config.evaluations()) {
      SettingKeys.offBy(extensions.info(Evaluation.class, block.name()), block)
          .ifPresentOrElse(
              key ->
                  open(
                      "%s is not measured: %s.%s is not set"
                          .formatted(block.name(), block.place(), key)),
              () -> evaluations.add(extensions.create(Evaluation.class, block)));
    }
    return evaluations;
  }

  /** They come from where candidates do. */
  private MadeUpNames names(AttackSubjects audience) {
    var block = config.candidates();
    return new MadeUpNames(
        extensions.create(NameSource.class, block, block.own().source()),
        context.seed("made-up names"),
        Stream.concat(audience.everybody().stream(), audience.candidates().stream()).toList());
  }
}
