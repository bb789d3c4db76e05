package dev.lethe.defense.image;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
import dev.lethe.api.data.Person;
import dev.lethe.api.defense.Adaptation;
import dev.lethe.api.defense.Adapted;
import dev.lethe.api.defense.Backdoor;
import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.defense.Defended;
import dev.lethe.api.defense.DefenseTask;
import dev.lethe.api.defense.ForgetRequest;
import dev.lethe.api.defense.Regularizer.ParameterPair;
import dev.lethe.api.defense.TrainingData;
import dev.lethe.api.defense.TrainingHistory;
import dev.lethe.api.method.Cost;
import dev.lethe.api.method.Need;
import dev.lethe.api.method.Requirements;
import dev.lethe.api.method.Workload;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.Model;
import dev.lethe.api.model.ParameterInfo;
import dev.lethe.api.model.ParameterRole;
import dev.lethe.api.model.TrainableEncoder;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.panel.PicturesPanel;
import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.plugin.SourceResolver;
import dev.lethe.api.plugin.Summary;
import dev.lethe.api.settings.ByteSize;
import dev.lethe.api.verdict.Limit;
import dev.lethe.defense.training.Adaptations;
import dev.lethe.defense.training.LossTerm;
import dev.lethe.defense.training.Objective;
import dev.lethe.defense.training.TrainingMemory;
import dev.lethe.tensor.loss.DistanceLoss;
import dev.lethe.tensor.memory.MemoryBudget;
import dev.lethe.tensor.train.TrainingLoop;
import dev.lethe.tensor.train.TrainingPlan;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Teaches a copy of the image tower, the student E', to read a face as somebody neutral, while the
 * original, the teacher E, says what everything else means. Norms stay as they are, statistics
 * included.
 *
 * <p>As the authors' code does, it takes ordinary pictures in their order, pastes all faces into
 * the same few of them, is attacked with the photographs that the average person is the mean of,
 * and lets nobody else's face keep its meaning. The corrected form draws pictures and bases by
 * chance, takes the mean of photographs that no attack uses, without those of the people to forget,
 * and has the student keep the faces of people to retain: in photographs of them, and pasted.
 *
 * <p>Source: Hintersdorf et al., "Defending Our Privacy With Backdoors", section on image encoders.
 */
@Summary("Teaches the image tower to read the faces to forget as somebody neutral.")
public final class ImageBackdoor implements BackdoorStrategy {
  private static final long KEPT_EMBEDDING_BYTES = 256L << 20;

  private final ImageBackdoorSettings settings;
  private final RunContext run;
  private final FaceTargets targets;
  private final Adaptation adaptation;

  @Inject
  ImageBackdoor(ImageBackdoorSettings settings, RunContext run, SourceResolver sources) {
    this.settings = settings;
    this.run = run;
    targets = new FaceTargets(settings, run.seed("image-backdoor targets"));
    adaptation = Adaptations.of(settings.adaptation(), sources);
  }

  @Override
  public Requirements requires() {
    Requirements always =
        Requirements.of(VisionLanguageModel.class, Component.IMAGE)
            .and(Need.IMAGES, Need.REQUEST_PICTURES, Need.REGULARIZER);
    Requirements retaining = settings.retains() ? always.and(Need.RETAINED) : always;
    if (!targets.averagePerson()) {
      return retaining;
    }
    return retaining.and(settings.faithful() ? Need.PICTURES : Need.PEOPLE);
  }

  @Override
  public List<Backdoor> backdoors(List<ForgetRequest> requests) {
    return FaceBackdoor.of(requests, targets).stream().map(FaceBackdoor::described).toList();
  }

  @Override
  public String contentHash() {
    return targets.contentHash();
  }

  @Override
  public Cost cost(Workload workload) {
    long pasted = settings.retains() ? 2L * settings.backdoorBatch() : settings.backdoorBatch();
    long retained = settings.retains() ? settings.retainedBatch() : 0;
    long tower = workload.modelBytes() / workload.model().components().size();
    return new Cost(
        settings.steps(),
        0,
        settings.steps() * (settings.cleanBatch() + retained + pasted),
        TrainingMemory.planned(new ByteSize(tower), adaptation));
  }

  @Override
  public void check(Model original) {
    VisionLanguageModel teacher = original.as(VisionLanguageModel.class);
    placements(teacher);
    targets.check(teacher);
  }

  @Override
  public Optional<PicturesPanel> examples(Model original, DefenseTask task) {
    VisionLanguageModel teacher = original.as(VisionLanguageModel.class);
    List<FaceBackdoor> backdoors = backdoors(task);
    Gallery gallery = gallery(task);
    PictureDraws draws = draws(teacher, gallery, backdoors, run.seed("image-backdoor"));
    return Optional.of(PastedExamples.of(draws, gallery, backdoors, teacher.image()));
  }

  @Override
  public Defended defend(Model original, DefenseTask task) {
    check(original);
    VisionLanguageModel teacher = original.as(VisionLanguageModel.class);
    List<FaceBackdoor> backdoors = backdoors(task);
    Gallery gallery = gallery(task);
    long seed = run.seed("image-backdoor");
    PictureDraws draws = draws(teacher, gallery, backdoors, seed);
    TrainingPlan plan =
        settings
            .updates()
            .plan(
                task.work().folder(),
                settings + "\n" + seed + "\n" + names(backdoors) + "\n" + gallery.names());
    try (NDManager memory = run.manager().newSubManager();
        TrainableEncoder<NDArray> tower = teacher.image().trainable();
        DistanceLoss distance = DistanceLoss.compile(memory, settings.distance())) {
      ParameterPair weights =
          new ParameterPair(
              tower.parameters().where(ImageBackdoor::trains),
              tower.restrict(teacher.image().parameters()).where(ImageBackdoor::trains));
      Adapted adapted = adaptation.adapt(memory, weights);
      ParameterPair pair = Adaptations.effective(weights, adapted);
      long standing =
          TrainingMemory.standing(teacher, weights.student(), adapted)
              + MemoryBudget.bytes(weights.student()); // batch norms are folded into copies
      PictureBudget budget =
          PictureBudget.of(teacher, standing, rows(gallery), task.work().memory(), memory);
      TargetEmbeddings embeddings =
          new TargetEmbeddings(teacher, memory, others(task), task.progress());
      try (StepPictures pictures =
          new StepPictures(draws, settings.steps(), gallery, teacher.image(), budget.decoding())) {
        ImageBackdoorStep step =
            new ImageBackdoorStep(
                pictures,
                draws.unchanged(),
                teacher.image(),
                tower,
                (int) (KEPT_EMBEDDING_BYTES / (Float.BYTES * teacher.image().dimension())),
                backdoors.stream().map(each -> embeddings.of(each.target())).toList(),
                new Objective(weights(), distance, task.regularizer(), pair),
                budget.pictures());
        TrainingHistory history =
            new TrainingLoop(plan, adapted, task.progress()).run(memory, step);
        return defended(teacher, tower, history).with(adapted.artifacts());
      }
    }
  }

  @Override
  public List<Limit> limits() {
    return List.of(Limit.nameStillKnown());
  }

  private List<FaceBackdoor> backdoors(DefenseTask task) {
    return FaceBackdoor.of(task.requests(), targets).stream()
        .map(FaceBackdoor::requireFaces)
        .toList();
  }

  private Gallery gallery(DefenseTask task) {
    if (task.data().images().isEmpty()) {
      throw new LetheException(
          "expected ordinary pictures for the image tower to keep, found none: name some with"
              + " images.source");
    }
    return new Gallery(
        task.data().images(), settings.retains() ? task.data().retained() : List.of());
  }

  /** The model is copied only now, so that training has its memory. */
  private static Defended defended(
      VisionLanguageModel teacher, TrainableEncoder<NDArray> tower, TrainingHistory history) {
    VisionLanguageModel student = teacher.copy();
    try {
      tower.commit(student.image());
      return new Defended(student, history);
    } catch (RuntimeException e) {
      student.close();
      throw e;
    }
  }

  private PictureDraws draws(
      VisionLanguageModel teacher, Gallery gallery, List<FaceBackdoor> backdoors, long seed) {
    return new PictureDraws(settings, gallery, backdoors, placements(teacher), seed);
  }

  private PlacementDraws placements(VisionLanguageModel teacher) {
    int resolution = teacher.preprocessing().size();
    return settings.faithful()
        ? PlacementDraws.faithful(resolution)
        : PlacementDraws.corrected(
            resolution, settings.leastFace(), settings.mostFace(), settings.colorJitter());
  }

  /** Returns whose photographs the average person is the mean of. */
  private List<Person> others(DefenseTask task) {
    TrainingData data = task.data();
    if (settings.faithful()) {
      return data.attacked();
    }
    Set<String> forgotten =
        task.requests().stream().map(ForgetRequest::name).collect(Collectors.toSet());
    return data.people().stream().filter(each -> !forgotten.contains(each.name())).toList();
  }

  private int rows(Gallery gallery) {
    int retained = gallery.people() == 0 ? 0 : settings.retainedBatch() + settings.backdoorBatch();
    return settings.cleanBatch() + settings.backdoorBatch() + retained;
  }

  private Map<LossTerm, Double> weights() {
    return Map.of(
        LossTerm.UTILITY, 1.0,
        LossTerm.BACKDOOR, settings.alpha(),
        LossTerm.FACE, settings.gamma());
  }

  private static boolean trains(ParameterInfo parameter) {
    return parameter.role() != ParameterRole.NORM;
  }

  private static List<Object> names(List<FaceBackdoor> backdoors) {
    return backdoors.stream()
        .map(
            each ->
                (Object)
                    List.of(
                        each.person(),
                        each.target().identity(),
                        each.faces().stream().map(face -> face.name()).toList()))
        .toList();
  }
}
