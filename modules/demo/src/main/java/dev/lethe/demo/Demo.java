package dev.lethe.demo;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.UsageException;
import dev.lethe.api.model.ModelFactory;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.ExtensionKey;
import dev.lethe.api.plugin.ExtensionRegistry;
import dev.lethe.api.plugin.RunExtensions;
import dev.lethe.demo.training.DemoTraining;
import dev.lethe.demo.world.TrainingSet;
import dev.lethe.demo.world.WorldFolder;
import dev.lethe.demo.world.WorldWriter;
import dev.lethe.engine.RunRequest;
import dev.lethe.io.hash.Sha256;
import dev.lethe.tensor.TorchEngine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The demo: makes a world and a model that knows it, so that nothing has to be downloaded, and asks
 * for an ordinary experiment with both. World and model are kept and found again by what determines
 * them.
 */
public final class Demo {
  private static final ExtensionKey FACTORY = new ExtensionKey(ModelFactory.class, "open-clip");

  private static final String WORLD = "world";
  private static final String MODEL = "model";

  private final ExtensionRegistry extensions;

  /** Creates the demo; it takes the factory of its model from what is installed. */
  public Demo(ExtensionRegistry extensions) {
    this.extensions = extensions;
  }

  /**
   * Makes the world and the model, or finds them.
   *
   * @return the experiment, its paths filled in
   * @throws UsageException if a setting of the demo is unknown or wrong
   * @throws LetheException if the world or the model cannot be made
   */
  public RunRequest prepare(DemoRequest request, Progress progress) {
    Wanted wanted = Wanted.of(request);
    DemoSettings settings = wanted.settings();
    DemoCache cache = cache(request, progress);
    Path world =
        cache.get(
            WORLD,
            ofWorld(wanted),
            folder -> WorldWriter.write(settings.world(), wanted.seed(), folder, progress));
    List<Object> training = ofModel(wanted);
    Path model =
        cache.get(
            MODEL,
            training,
            folder ->
                train(
                    settings,
                    wanted.seed(),
                    new WorldFolder(world),
                    folder,
                    cache,
                    cache.work("training", training),
                    progress));
    return experiment(request, wanted, world, model);
  }

  /**
   * Finds the world and the model; makes nothing.
   *
   * @return the experiment, its paths filled in; empty while one of the two is not made
   * @throws UsageException if a setting of the demo is unknown or wrong
   */
  public Optional<RunRequest> find(DemoRequest request) {
    Wanted wanted = Wanted.of(request);
    DemoCache cache = cache(request, Progress.silent());
    Optional<Path> model = cache.find(MODEL, ofModel(wanted));
    return cache
        .find(WORLD, ofWorld(wanted))
        .flatMap(world -> model.map(path -> experiment(request, wanted, world, path)));
  }

  /**
   * Says where the world and the model will be; makes nothing and reads nothing.
   *
   * @return the experiment, with paths of what need not be there
   * @throws UsageException if a setting of the demo is unknown or wrong
   */
  public RunRequest planned(DemoRequest request) {
    Wanted wanted = Wanted.of(request);
    DemoCache cache = cache(request, Progress.silent());
    return experiment(
        request, wanted, cache.place(WORLD, ofWorld(wanted)), cache.place(MODEL, ofModel(wanted)));
  }

  private static DemoCache cache(DemoRequest request, Progress progress) {
    return new DemoCache(request.out().resolve("demo"), progress);
  }

  private List<Object> ofWorld(Wanted wanted) {
    return List.of(wanted.settings().world(), wanted.seed(), extensions.codeHash(Demo.class));
  }

  private List<Object> ofModel(Wanted wanted) {
    DemoSettings settings = wanted.settings();
    return List.of(
        settings.world(), settings.model(), settings.training(), wanted.seed(), trainingCode());
  }

  private static RunRequest experiment(DemoRequest request, Wanted wanted, Path world, Path model) {
    List<String> overrides = new ArrayList<>();
    paths(new WorldFolder(world), model, request.towers())
        .forEach(
            (key, path) -> overrides.add(key + "='" + path.toString().replace("'", "''") + "'"));
    overrides.addAll(wanted.others());
    return new RunRequest(request.config(), overrides, request.out(), request.redact());
  }

  /**
   * What somebody wants of the demo.
   *
   * @param settings of world, model and training
   * @param seed of both
   * @param others the overrides that are the experiment's
   */
  private record Wanted(DemoSettings settings, long seed, List<String> others) {

    static Wanted of(DemoRequest request) {
      List<String> own = new ArrayList<>();
      List<String> others = new ArrayList<>();
      for (String override : request.overrides()) {
        boolean ofDemo = override.startsWith(DemoSettings.PREFIX) && override.indexOf('=') > 0;
        (ofDemo ? own : others).add(override);
      }
      DemoSettings settings = DemoSettings.of(own);
      Long given = settings.seed();
      return new Wanted(
          settings, given == null ? ConfiguredSeed.of(request.config(), others) : given, others);
    }
  }

  /** New code may give another model from the same settings. */
  private List<String> trainingCode() {
    List<String> code = new ArrayList<>();
    for (Class<?> each : List.of(Demo.class, TorchEngine.class, Sha256.class, ModelFactory.class)) {
      code.add(extensions.codeHash(each));
    }
    extensions.list().stream()
        .filter(info -> info.key().equals(FACTORY))
        .forEach(info -> code.add(info.sha256()));
    return code;
  }

  private static Map<String, Path> paths(WorldFolder world, Path model, Towers towers) {
    Map<String, Path> paths = new LinkedHashMap<>();
    paths.put("model.path", model);
    paths.put("people.path", world.people());
    paths.put("people.members", world.members());
    paths.put("captions.path", world.captions());
    paths.put("candidates.file", world.candidates());
    paths.put("evaluations.zero-shot.path", world.zeroShot());
    if (towers.faces()) {
      paths.put("images.path", world.ordinaryPictures());
      paths.put("faces.path", world.people());
      paths.put("retain.path", world.retained());
    }
    return paths;
  }

  private void train(
      DemoSettings settings,
      long seed,
      WorldFolder world,
      Path folder,
      DemoCache cache,
      Path work,
      Progress progress) {
    // the processor whatever the experiment runs on, so that a seed gives the same model
    try (NDManager manager = TorchEngine.open(Device.cpu());
        RunExtensions run = extensions.open(new DemoContext(seed, manager, progress))) {
      ModelFactory factory = run.create(ModelFactory.class, FACTORY.name(), Map.of(), "model");
      TrainingSet training = TrainingSet.read(world, settings.world().pictureSize());
      try (VisionLanguageModel model =
          new DemoTraining(factory, settings.model(), settings.training(), seed)
              .run(manager, training, work, progress)
              .model()) {
        model.save(folder);
      }
      cache.discard(work);
    }
  }
}
