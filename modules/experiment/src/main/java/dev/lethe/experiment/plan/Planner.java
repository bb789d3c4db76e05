package dev.lethe.experiment.plan;

import dev.lethe.api.Progress;
import dev.lethe.api.attack.PrivacyAttack;
import dev.lethe.api.data.CaptionSource;
import dev.lethe.api.data.Captions;
import dev.lethe.api.data.NameSource;
import dev.lethe.api.data.People;
import dev.lethe.api.data.PeopleSource;
import dev.lethe.api.data.Person;
import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.defense.Regularizer;
import dev.lethe.api.evaluation.Evaluation;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.api.plugin.RunExtensions;
import dev.lethe.api.settings.SettingsException;
import dev.lethe.experiment.config.Block;
import dev.lethe.experiment.config.CandidateSettings;
import dev.lethe.experiment.config.DefenseBlock;
import dev.lethe.experiment.config.ExperimentConfig;
import dev.lethe.experiment.people.CandidateNames;
import dev.lethe.experiment.people.ForgetRequests;
import dev.lethe.experiment.people.Subjects;
import dev.lethe.experiment.store.FileHashes;
import dev.lethe.experiment.store.RunLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes one plan. */
final class Planner {
  private final ExperimentConfig config;
  private final ExperimentContext context;
  private final RunExtensions extensions;
  private final Workbench workbench;
  private final List<String> warnings = new ArrayList<>();

  Planner(ExperimentConfig config, ExperimentContext context, RunExtensions extensions) {
    this.config = config;
    this.context = context;
    this.extensions = extensions;
    workbench = new Workbench(extensions);
  }

  PreparedExperiment plan(List<ExtensionInfo> installed, Path out, boolean redact) {
    Progress progress = context.progress();
    checkRoles();
    List<PlannedDefense> defenses = config.defense().stream().map(this::defense).toList();
    List<Planned<PrivacyAttack>> attacks =
        config.attacks().stream().map(b -> workbench.create(PrivacyAttack.class, b)).toList();
    List<Planned<Evaluation>> evaluations = evaluations();
    PlannedModel model =
        new ModelFinder(workbench, installed, new FileHashes(RunLayout.cache(out)))
            .find(config.settings().model(), progress);
    Captions captions = captions();
    PlannedAudience audience = audience(progress);
    ForgetRequests requests =
        ForgetRequests.read(
            config.defense().isEmpty() ? null : config.settings().forget(), audience.subjects());
    warnings.addAll(requests.warnings());
    RunInputs inputs =
        new RunInputs(
            config, model, audience, captions, requests.requests(), defenses, attacks, evaluations);
    List<ExtensionInfo> used =
        extensions.used().stream()
            .filter(
                info ->
                    info.key().contract() != ModelLoader.class
                        || info.key().name().equals(model.loader().name()))
            .toList();
    RunLayout layout =
        new RunLayout(out, config.settings().name(), inputs.fingerprint(used, redact));
    return new PreparedExperiment(inputs, layout, redact, context, extensions, used, warnings);
  }

  private void checkRoles() {
    if (config.defense().isEmpty()) {
      return;
    }
    if (config.settings().forget() == null) {
      throw new SettingsException(
          "forget", "is missing: a defence needs to know whom; give forget.count or forget.names");
    }
    if (config.captions() == null) {
      throw new SettingsException("captions", "is missing: a defence trains on captions");
    }
    if (config.attacks().isEmpty()
        && config.settings().forget().names().isEmpty()
        && config.settings().forget().file() == null) {
      throw new SettingsException(
          "forget.count",
          "needs an attack, which finds the people who are known; give attacks or forget.names");
    }
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
        warnings.add(block.name() + " is not measured: " + block.place() + ".path is not set");
      } else {
        evaluations.add(workbench.create(Evaluation.class, block));
      }
    }
    return evaluations;
  }

  private @Nullable Captions captions() {
    var block = config.captions();
    return block == null
        ? null
        : workbench.create(CaptionSource.class, block, block.own().source()).extension().read();
  }

  private PlannedAudience audience(Progress progress) {
    var block = config.people();
    PeopleSource source =
        workbench.create(PeopleSource.class, block, block.own().source()).extension();
    People people = source.read(progress);
    Subjects subjects = Subjects.choose(people, block.own());
    CandidateNames candidates = candidates(subjects);
    if (people.skipped() > 0) {
      warnings.add(people.skipped() + " pictures of people are skipped, which cannot be read");
    }
    warnings.addAll(subjects.warnings());
    warnings.addAll(candidates.warnings());
    List<String> everybody = people.people().stream().map(Person::name).toList();
    return new PlannedAudience(
        subjects.subjects(), candidates.names(), everybody, people.contentHash());
  }

  private CandidateNames candidates(Subjects subjects) {
    var block = config.candidates();
    CandidateSettings settings = block.own();
    Path file = settings.file();
    if (file != null) {
      return CandidateNames.read(file, subjects.subjects());
    }
    Planned<NameSource> source = workbench.create(NameSource.class, block, settings.source());
    return CandidateNames.draw(
        source.extension(), settings.total(), context.seed("candidates"), subjects.subjects());
  }
}
