package dev.lethe.forgetting;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.Progress;
import dev.lethe.api.model.ComputeOptions;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.ModelFactory;
import dev.lethe.api.model.ModelFormats;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.model.ModelWriter;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.panel.Panel;
import dev.lethe.api.plugin.ExtensionRegistry;
import dev.lethe.api.plugin.PluginModule;
import dev.lethe.api.plugin.RunExtensions;
import dev.lethe.attack.AttackModule;
import dev.lethe.clip.ClipModule;
import dev.lethe.data.DataModule;
import dev.lethe.defense.DefenseModule;
import dev.lethe.engine.Build;
import dev.lethe.engine.ConfigSource;
import dev.lethe.engine.ExperimentPlan;
import dev.lethe.engine.Experiments;
import dev.lethe.engine.RunRequest;
import dev.lethe.engine.RunResult;
import dev.lethe.engine.finished.ReportReader;
import dev.lethe.evaluation.EvaluationModule;
import dev.lethe.forgetting.finding.ForgettingFacts;
import dev.lethe.report.Report;
import dev.lethe.testkit.InProcessExtensions;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.TinyModels;
import dev.lethe.testkit.TinyPicture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Six people with three pictures each, an untrained CLIP that confuses them, captions and classes:
 * enough for every stage of an experiment.
 */
final class TinyWorld {
  static final List<String> PEOPLE =
      List.of("Ada Byron", "Bo Diddle", "Cy Young", "Di Fossey", "Ed Hubble", "Flo Dale");

  /** What Lethe keeps of a user, in place of the folder in the home of whoever runs the tests. */
  private static final Path USER = Path.of("target/user").toAbsolutePath();

  private final Path folder;

  TinyWorld(Path folder) {
    this.folder = folder;
    people();
    write("members.txt", String.join("\n", PEOPLE.subList(0, 4)));
    write("candidates.txt", String.join("\n", List.of("Gil Evans", "Hal Foster")));
    write(
        "captions.txt",
        IntStream.range(0, 24)
            .mapToObj(i -> "a picture of thing %d near the %d".formatted(i, 7 * i % 10))
            .reduce((a, b) -> a + "\n" + b)
            .orElseThrow());
    for (TinyPicture.Shape shape : TinyPicture.Shape.values()) {
      for (int i = 0; i < 2; i++) {
        new TinyPicture(shape, 0x2040ff + i * 0x604000)
            .write(folder.resolve("classes/%s/%d.png".formatted(shape.name().toLowerCase(), i)));
      }
    }
    model();
  }

  static ExtensionRegistry extensions() {
    return extensionsAnd(List.of());
  }

  /** Returns the extensions of the product and those of other plugins. */
  static ExtensionRegistry extensionsAnd(List<Supplier<? extends PluginModule>> others) {
    List<Supplier<? extends PluginModule>> modules =
        new ArrayList<>(
            List.of(
                ClipModule::new,
                DataModule::new,
                DefenseModule::new,
                AttackModule::new,
                EvaluationModule::new,
                ForgettingModule::new));
    modules.addAll(others);
    return new InProcessExtensions(modules);
  }

  static Experiments experiments() {
    return experiments(extensions());
  }

  static Experiments experiments(ExtensionRegistry extensions) {
    return Experiments.of(extensions, new Build("0.1.0", "abc1234"), USER);
  }

  /** Returns the folder of a redacted run's key. */
  static Path key(Path run) {
    try {
      return USER.resolve("keys").resolve(Files.readString(run.resolve("redaction-key")).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the names of a redacted run by their pseudonyms. */
  static Map<String, String> pseudonyms(Path run) {
    try {
      return Files.readAllLines(key(run).resolve("redaction-key.csv")).stream()
          .skip(1)
          .map(line -> line.split(","))
          .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns what makes a pipeline of Stable Diffusion forget two people of this world, quickly. */
  List<String> overridesOf(Path pipeline, String... more) {
    List<String> overrides = new ArrayList<>();
    overrides.add("model.path=" + pipeline);
    overrides.add("captions.path=" + path("captions.txt"));
    overrides.add("forget.names=[Ada Byron, Bo Diddle]");
    overrides.add("defense.settings.steps=3");
    overrides.add("defense.settings.clean-batch=8");
    overrides.add("defense.settings.backdoor-batch=8");
    overrides.add("device=cpu");
    overrides.addAll(List.of(more));
    return overrides;
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  void write(String name, String text) {
    try {
      Files.createDirectories(folder.resolve(name).getParent());
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads the model. */
  VisionLanguageModel model(NDManager manager, RunExtensions extensions) {
    return model(path("model"), manager, extensions);
  }

  static VisionLanguageModel model(Path path, NDManager manager, RunExtensions extensions) {
    return new ModelFormats(() -> extensions.all(ModelLoader.class))
        .recognize(path, LoadOptions.none())
        .load(VisionLanguageModel.class, manager, ComputeOptions.standard());
  }

  /** Writes the model's text tower as a part of a Stable Diffusion pipeline. */
  Path pipeline() {
    Path pipeline = folder.resolve("pipeline");
    try (TestRunContext context = new TestRunContext(0);
        RunExtensions extensions = extensions().open(context)) {
      ModelWriter writer = extensions.create(ModelWriter.class, "diffusers", Map.of(), "model");
      try (VisionLanguageModel model = model(context.manager(), extensions)) {
        writer.write(model, pipeline, null);
      }
    }
    return pipeline;
  }

  /** A configuration that needs no overrides. */
  String yaml() {
    return """
    name: tiny
    device: cpu
    model: {path: '%1$s/model'}
    people: {path: '%1$s/people', members: '%1$s/members.txt'}
    captions: {path: '%1$s/captions.txt'}
    candidates: {file: '%1$s/candidates.txt'}
    forget: {names: [Ada Byron, Bo Diddle]}
    defense:
      strategy: text-backdoor
      settings: {steps: 3, clean-batch: 8, backdoor-batch: 8}
      regularizers: {weight-norm: {weight: 0.01}}
    attacks: {idia: {}}
    evaluations: {zero-shot: {path: '%1$s/classes'}, similarity: {}, collateral: {}}
    """
        .formatted(folder);
  }

  /** The shipped configuration with everything that this world needs to override. */
  RunRequest request(Path out, String... overrides) {
    return new RunRequest(config(), all(overrides), out, false);
  }

  RunRequest redacted(Path out, String... overrides) {
    return new RunRequest(config(), all(overrides), out, true);
  }

  static ConfigSource config() {
    return ConfigSource.file(Path.of("../../configs/experiments/text.yaml"));
  }

  List<String> all(String... overrides) {
    List<String> all = new ArrayList<>();
    all.add("model.path=" + path("model"));
    all.add("people.path=" + path("people"));
    all.add("people.members=" + path("members.txt"));
    all.add("captions.path=" + path("captions.txt"));
    all.add("candidates.file=" + path("candidates.txt"));
    all.add("evaluations.zero-shot.path=" + path("classes"));
    all.add("forget.names=[Ada Byron, Bo Diddle]");
    all.add("defense.settings.steps=3");
    all.add("defense.settings.clean-batch=8");
    all.add("defense.settings.backdoor-batch=8");
    all.add("device=cpu");
    all.addAll(List.of(overrides));
    return all;
  }

  private void people() {
    TinyPicture.Shape[] shapes = TinyPicture.Shape.values();
    for (int p = 0; p < PEOPLE.size(); p++) {
      for (int i = 0; i < 3; i++) {
        Path picture =
            folder.resolve(
                "people/%s/images/%s/%d.png"
                    .formatted(
                        p % 2 == 0 ? "actors" : "actresses", PEOPLE.get(p).replace(' ', '_'), i));
        new TinyPicture(shapes[p % 3], 0x101010 * (p + 1) + 0x30 * i).write(picture);
      }
    }
  }

  private void model() {
    try (TestRunContext context = new TestRunContext(0);
        RunExtensions extensions = extensions().open(context)) {
      ModelFactory factory = extensions.create(ModelFactory.class, "open-clip", Map.of(), "model");
      try (VisionLanguageModel model = TinyModels.create(factory, context.manager(), folder, 3)) {
        model.save(folder.resolve("model"));
      }
    }
  }

  /** Plans and runs. */
  static RunResult run(RunRequest request) {
    return run(request, Progress.silent());
  }

  static RunResult run(RunRequest request, Progress progress) {
    Experiments experiments = experiments();
    try (ExperimentPlan plan = experiments.plan(request, progress)) {
      return plan.run();
    }
  }

  /** Lists the files below a folder, sorted. */
  static List<Path> files(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the report in a folder. */
  static Report read(Path directory) {
    return new ReportReader(document -> Optional.empty()).read(directory);
  }

  /** Returns what a report says of people. */
  static ForgettingFacts facts(Report report) {
    return report.section(ForgettingFacts.SECTION, ForgettingFacts.class);
  }

  /** Returns the panels of a kind that a report holds. */
  static <T extends Panel> List<T> panels(Report report, Class<T> kind) {
    return report.chapters().stream()
        .flatMap(chapter -> chapter.panels().stream())
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }
}
