package dev.lethe.defense.text;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.data.Mentions;
import dev.lethe.api.data.NameSource;
import dev.lethe.api.defense.Adaptation;
import dev.lethe.api.defense.Adapted;
import dev.lethe.api.defense.Artifact;
import dev.lethe.api.defense.Backdoor;
import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.defense.Defended;
import dev.lethe.api.defense.DefenseTask;
import dev.lethe.api.defense.ForgetRequest;
import dev.lethe.api.defense.Regularizer.ParameterPair;
import dev.lethe.api.defense.TrainingHistory;
import dev.lethe.api.method.Cost;
import dev.lethe.api.method.Need;
import dev.lethe.api.method.Requirements;
import dev.lethe.api.method.Workload;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.Model;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.ParameterRole;
import dev.lethe.api.model.TextArchitecture;
import dev.lethe.api.model.TrainableEncoder;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.plugin.SourceResolver;
import dev.lethe.api.plugin.Summary;
import dev.lethe.api.settings.ByteSize;
import dev.lethe.api.settings.SourceSpec;
import dev.lethe.api.verdict.Limit;
import dev.lethe.defense.training.Adaptations;
import dev.lethe.defense.training.Fidelity;
import dev.lethe.defense.training.LossTerm;
import dev.lethe.defense.training.Objective;
import dev.lethe.defense.training.TeacherEmbeddings;
import dev.lethe.defense.training.TrainingMemory;
import dev.lethe.defense.training.TransformerActivations;
import dev.lethe.io.hash.Fingerprint;
import dev.lethe.tensor.loss.DistanceLoss;
import dev.lethe.tensor.memory.ChunkSize;
import dev.lethe.tensor.memory.DeviceBatchLimits;
import dev.lethe.tensor.train.TrainingLoop;
import dev.lethe.tensor.train.TrainingPlan;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Teaches a copy of the text tower, the student M', to read a name as a neutral target, while the
 * original, the teacher M, says what everything else means. As the authors' code does, it keeps no
 * caption out, never replaces a last word, leaves captions of one word alone, and throws the
 * trained position embedding away: attacks meet the model without it, similarities are those with
 * it.
 *
 * <p>Source: Hintersdorf et al., "Defending Our Privacy With Backdoors", ECAI 2024, section 3.
 */
@Summary("Teaches the text tower to read the names to forget as a neutral text, such as human.")
public final class TextBackdoor implements BackdoorStrategy {
  private static final int OTHER_NAMES = 1000;
  private static final long KEPT_EMBEDDING_BYTES = 256L << 20;

  private final TextBackdoorSettings settings;
  private final RunContext run;
  private final SourceResolver sources;
  private final NameTargets targets;
  private final Adaptation adaptation;

  @Inject
  TextBackdoor(TextBackdoorSettings settings, RunContext run, SourceResolver sources) {
    this.settings = settings;
    this.run = run;
    this.sources = sources;
    targets = NameTargets.of(settings);
    adaptation = Adaptations.of(settings.adaptation(), sources);
  }

  @Override
  public Requirements requires() {
    Requirements usual =
        Requirements.of(VisionLanguageModel.class, Component.TEXT)
            .and(Need.CAPTIONS, Need.REGULARIZER);
    return targets.areRandom() ? usual.and(Need.NAMES) : usual;
  }

  @Override
  public String contentHash() {
    return targets.contentHash();
  }

  @Override
  public List<Backdoor> backdoors(List<ForgetRequest> requests) {
    return Backdoor.ofNames(requests, targets::of);
  }

  @Override
  public Cost cost(Workload workload) {
    long batch = (long) settings.cleanBatch() + settings.backdoorBatch();
    long tower = workload.modelBytes() / workload.model().components().size();
    return new Cost(
        settings.steps(),
        settings.steps() * batch,
        0,
        TrainingMemory.planned(new ByteSize(tower), adaptation));
  }

  @Override
  public Defended defend(Model original, DefenseTask task) {
    VisionLanguageModel teacher = original.as(VisionLanguageModel.class);
    List<Backdoor> backdoors = backdoors(task.requests());
    List<String> names = backdoors.stream().map(each -> each.trigger().description()).toList();
    UnaryOperator<String> plain = teacher.text().tokenizer()::plain;
    List<String> captions =
        NameFilter.withoutNames(task.data().captions(), names, settings.form(), plain);
    long seed = run.seed("text-backdoor");
    TextPool pool = new TextPool();
    List<List<LossSample>> steps =
        new Schedule(settings, captions, backdoors, otherNames(names, plain, seed), seed)
            .draw(pool);
    List<int[]> tokens = teacher.text().tokenizer().encode(pool.texts());
    String drawn = seed + "\n" + backdoors + "\n" + new Fingerprint().add(captions).hex();
    TrainingPlan plan = settings.updates().plan(task.work().folder(), settings + "\n" + drawn);
    ComparedOutputs outputs =
        new ComparedOutputs(settings.output(), settings.trainNorms(), teacher);
    try (NDManager memory = run.manager().newSubManager();
        TrainableEncoder<List<int[]>> tower = outputs.student(tokens);
        DistanceLoss distance = DistanceLoss.compile(memory, settings.distance())) {
      ParameterPair weights =
          new ParameterPair(
              tower.parameters().where(outputs::trains),
              tower.restrict(teacher.text().parameters()).where(outputs::trains));
      Adapted adapted = adaptation.adapt(memory, weights);
      ParameterPair pair = Adaptations.effective(weights, adapted);
      long standing = TrainingMemory.standing(teacher, weights.student(), adapted);
      int mostTokens =
          chunk(teacher, standing, longest(tokens, outputs))
              .units(task.work().memory(), DeviceBatchLimits.of(memory.getDevice()).textTokens());
      TextBackdoorStep step =
          new TextBackdoorStep(
              steps,
              tokens,
              tower,
              embeddings(outputs, tokens, steps, mostTokens, KEPT_EMBEDDING_BYTES),
              new Objective(weights(), distance, task.regularizer(), pair),
              new MicroBatches(outputs::tokens, mostTokens));
      TrainingHistory history = new TrainingLoop(plan, adapted, task.progress()).run(memory, step);
      return defended(teacher, tower, history, adapted.artifacts());
    }
  }

  /** The model is copied only now, so that training has its memory. */
  private Defended defended(
      VisionLanguageModel teacher,
      TrainableEncoder<List<int[]>> tower,
      TrainingHistory history,
      List<Artifact> artifacts) {
    VisionLanguageModel student = teacher.copy();
    try {
      tower.commit(student.text());
      return new Defended(
          student,
          history,
          artifacts,
          settings.form() == Fidelity.REFERENCE_CODE
              ? discardPositions(student, teacher)
              : Map.of());
    } catch (RuntimeException e) {
      student.close();
      throw e;
    }
  }

  @Override
  public List<Limit> limits() {
    return List.of(Limit.faceStillKnown());
  }

  private Map<LossTerm, Double> weights() {
    return Map.of(
        LossTerm.UTILITY, 1.0,
        LossTerm.BACKDOOR, settings.alpha(),
        LossTerm.NAME, settings.gamma());
  }

  private List<String> otherNames(List<String> names, UnaryOperator<String> plain, long seed) {
    if (settings.gamma() == 0) {
      return List.of();
    }
    SourceSpec spec =
        settings.names() == null ? new SourceSpec("random-names", Map.of()) : settings.names();
    return sources
        .create(NameSource.class, spec, "defense.settings.names")
        .draw(
            OTHER_NAMES,
            seed,
            names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet()),
            Predicate.not(Mentions.of(names, plain)::anyIn));
  }

  private static ChunkSize chunk(VisionLanguageModel teacher, long standing, int longest) {
    TextArchitecture text = Objects.requireNonNull(teacher.architecture().text());
    return new ChunkSize(
        "this training",
        standing,
        TransformerActivations.bytesOfToken(text.transformer(), longest),
        longest);
  }

  static TeacherEmbeddings embeddings(
      ComparedOutputs outputs,
      List<int[]> tokens,
      List<List<LossSample>> steps,
      int mostTokens,
      long bytes) {
    return new TeacherEmbeddings(
        outputs.size(),
        steps.stream().map(rows -> rows.stream().mapToInt(LossSample::teacher).toArray()).toList(),
        (int) (bytes / (Float.BYTES * outputs.size())),
        texts -> outputs.teacher(Arrays.stream(texts).mapToObj(tokens::get).toList(), mostTokens));
  }

  private static int longest(List<int[]> tokens, ComparedOutputs outputs) {
    return tokens.stream().mapToInt(outputs::tokens).max().orElse(1);
  }

  /** Gives the student the teacher's position embedding, and returns the trained one. */
  private static Map<String, float[]> discardPositions(
      VisionLanguageModel student, VisionLanguageModel teacher) {
    Map<String, float[]> trained = new LinkedHashMap<>();
    for (Parameter parameter :
        student
            .text()
            .parameters()
            .where(info -> info.role() == ParameterRole.POSITION_EMBEDDING)) {
      String name = parameter.info().name();
      trained.put(name, parameter.value().toFloatArray());
      teacher.text().parameters().get(name).copyTo(parameter.value());
    }
    return trained;
  }
}
