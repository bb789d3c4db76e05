package dev.lethe.experiment.plan;

import dev.lethe.api.attack.PrivacyAttack;
import dev.lethe.api.attack.Subject;
import dev.lethe.api.data.CaptionSource;
import dev.lethe.api.data.Captions;
import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.defense.Regularizer;
import dev.lethe.api.evaluation.Evaluation;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.api.plugin.ExtensionRegistry;
import dev.lethe.api.plugin.RunExtensions;
import dev.lethe.experiment.config.Block;
import dev.lethe.experiment.config.DefenseBlock;
import dev.lethe.experiment.config.ExperimentConfig;
import dev.lethe.experiment.config.ForgetSettings;
import dev.lethe.experiment.config.ForgetSettings.Unknown;
import dev.lethe.experiment.people.ForgetRequests;
import dev.lethe.experiment.people.KnownPeople;
import dev.lethe.experiment.people.NameReader;
import dev.lethe.experiment.redact.KeyStore;
import dev.lethe.experiment.store.FileHashes;
import dev.lethe.experiment.store.RunLayout;
import dev.lethe.report.Note;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes one plan. */
final class Planner {
  private static final String REDACTED = "redacted";
  private static final int HASH_LENGTH = 16;

  private final ExperimentConfig config;
  private final ExperimentContext context;
  private final RunExtensions extensions;
  private final ExtensionFactory workbench;
  private final KeyStore keys;
  private final List<Note> notes = new ArrayList<>();

  Planner(
      ExperimentConfig config, ExperimentContext context, RunExtensions extensions, KeyStore keys) {
    this.keys = keys;
    this.config = config;
    this.context = context;
    this.extensions = extensions;
    workbench = new ExtensionFactory(extensions);
  }

  PreparedExperiment plan(ExtensionRegistry registry, Path out, boolean redact) {
    Roles.check(config);
    List<PlannedDefense> defenses = config.defense().stream().map(this::defense).toList();
    List<Planned<PrivacyAttack>> attacks =
        config.attacks().stream().map(b -> workbench.create(PrivacyAttack.class, b)).toList();
    List<Planned<Evaluation>> evaluations = evaluations();
    RequiredMetrics.check(
        config.settings().require(),
        Stream.concat(attacks.stream(), evaluations.stream()).map(Planned::name).toList());
    ModelFormat format = new ModelFormats(workbench, registry.list()).of(config.settings().model());
    new TowerNeeds(attacks, evaluations).check(format);
    PlannedModel model =
        new ModelFinder(new FileHashes(RunLayout.cache(out))).find(format, context.progress());
    for (String encoder : model.leftOut()) {
      open(
          "%s is left as it is: it still knows every name, for whatever reads it"
              .formatted(encoder));
    }
    PlannedCaptions captions;
    List<String> telling = new ArrayList<>();
    AttackSubjects audience;
    ForgetRequests requests;
    try (NameReader reader = format.names()) {
      captions = captions(reader);
      audience =
          new AttackSubjectsReader(config, context, extensions, reader)
              .read(telling, context.progress());
      requests = requests(audience, reader);
    }
    telling.addAll(requests.warnings());
    if (redact && requests.requests().isEmpty() && !defenses.isEmpty()) {
      telling.add(
          "forget.count draws by the seed: whoever has the model, the photographs and the seed can draw the same people; forget.names cannot be repeated");
    }
    telling.forEach(text -> notes.add(Note.telling(text)));
    if (!defenses.isEmpty() && attacks.isEmpty()) {
      open("no attack tests whether anybody is forgotten");
    }
    RunInputs inputs =
        new RunInputs(
            config, model, audience, captions, requests.requests(), defenses, attacks, evaluations);
    Estimate estimate = Estimate.of(inputs);
    if (!estimate.fits()) {
      open(
          "max-memory is %s, but by the size of the model's files at least about %s are needed: the run ends where memory does not suffice; raise max-memory"
              .formatted(estimate.most(), estimate.memory().least()));
    }
    List<ExtensionInfo> used =
        extensions.used().stream()
            .filter(
                info ->
                    info.key().contract() != ModelLoader.class
                        || info.key().name().equals(model.loader().name()))
            .toList();
    for (Planned<Evaluation> evaluation : evaluations) {
      evaluation.extension().notes().forEach(text -> notes.add(Note.telling(text)));
      if (captions != null && evaluation.extension().contentHash().equals(captions.contentHash())) {
        open(
            "%s reads the captions that the defense trains on: others may fare worse"
                .formatted(evaluation.block().place()));
      }
    }
    Program program = Program.of(registry, used);
    RunLayout layout = layout(out, inputs.fingerprint(program), redact);
    return new PreparedExperiment(
        inputs, layout, redact, keys, context, extensions, program, notes);
  }

  /** A name that somebody gave may tell, and so does a hash of all that determines a run. */
  private RunLayout layout(Path out, String fingerprint, boolean redact) {
    String name = redact ? REDACTED : config.settings().name();
    String hash = redact ? keys.hidden(fingerprint) : fingerprint;
    return new RunLayout(out, name, hash.substring(0, HASH_LENGTH));
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
        workbench.create(BackdoorStrategy.class, block.strategy()),
        block.regularizers().stream()
            .map(
                each ->
                    new PlannedDefense.Weighted(
                        workbench.create(Regularizer.class, each.block()), each.weight()))
            .toList());
  }

  private List<Planned<Evaluation>> evaluations() {
    List<Planned<Evaluation>> evaluations = new ArrayList<>();
    for (Block block : config.evaluations()) {
      if (SettingKeys.isOff(extensions.info(Evaluation.class, block.name()), block)) {
        open(block.name() + " is not measured: " + block.place() + ".path is not set");
      } else {
        evaluations.add(workbench.create(Evaluation.class, block));
      }
    }
    return evaluations;
  }

  private @Nullable PlannedCaptions captions(NameReader reader) {
    var block = config.captions();
    if (block == null || !Roles.readsCaptions(config)) {
      return null;
    }
    Captions read =
        workbench.create(CaptionSource.class, block, block.own().source()).extension().read();
    return PlannedCaptions.divide(
        read, block.own().heldOut(), context.seed("captions"), reader::plain);
  }
}
