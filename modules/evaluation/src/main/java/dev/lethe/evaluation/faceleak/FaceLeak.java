package dev.lethe.evaluation.faceleak;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
import dev.lethe.api.attack.Cohorts;
import dev.lethe.api.evaluation.Evaluation;
import dev.lethe.api.evaluation.EvaluationTask;
import dev.lethe.api.image.ImageFile;
import dev.lethe.api.method.Need;
import dev.lethe.api.method.Requirements;
import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.MetricValue;
import dev.lethe.api.metric.Reading;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.Model;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.plugin.Summary;
import dev.lethe.api.verdict.Statement;
import dev.lethe.tensor.memory.DeviceBatchLimits;
import dev.lethe.tensor.memory.MemoryBudget;
import dev.lethe.tensor.statistics.Share;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Whether the image tower still tells people apart, whatever became of their names. Two classifiers
 * learn faces from a few photographs of each person under test, as embeddings of length 1, and are
 * tested on the others: a linear probe (Radford et al., "Learning Transferable Visual Models From
 * Natural Language Supervision", ICML 2021, section 3.2) and the nearest mean. A defense of names
 * alone leaves the face where it was, and this is the number that says so.
 *
 * <p>The same photographs are learnt from before and after. Intervals count photographs, and those
 * of one person are alike: for other people expect more than the interval says.
 */
@Summary(
    "Learns faces from a few photographs a person, by the image tower's embeddings alone, and counts"
        + " how many others of them it then tells.")
public final class FaceLeak implements Evaluation {
  private final FaceLeakSettings settings;
  private final FaceLeakMetrics metrics;
  private final RunContext run;

  @Inject
  FaceLeak(FaceLeakSettings settings, RunContext run) {
    this.settings = settings;
    this.run = run;
    metrics = new FaceLeakMetrics(settings.learn());
  }

  @Override
  public Requirements requires() {
    return Requirements.of(VisionLanguageModel.class, Component.IMAGE).and(Need.PICTURES);
  }

  @Override
  public List<MetricValue> evaluate(Model evaluated, EvaluationTask task) {
    VisionLanguageModel model = evaluated.as(VisionLanguageModel.class);
    if (task.data().people().isEmpty()) {
      model.image();
      return List.of();
    }
    List<Lesson> lessons =
        Lesson.of(task.data().people(), settings.learn(), name -> run.seed("face-leak\n" + name));
    if (lessons.size() < 2) {
      throw new LetheException(
          "face-leak tells apart people of whom it has more than %d photographs, but of %d people %d have so many: lower evaluations.face-leak.learn"
              .formatted(settings.learn(), task.data().people().size(), lessons.size()));
    }
    try (NDManager manager = run.manager().newSubManager()) {
      UnitRows learnt = rows(manager, model, lessons, Lesson::learnt, task);
      UnitRows tested = rows(manager, model, lessons, Lesson::tested, task);
      LabeledRows labeled =
          new LabeledRows(learnt, labels(lessons, Lesson::learnt), lessons.size());
      int[] right = labels(lessons, Lesson::tested);
      int chunk = chunk(model, task, labeled);
      int[] byProbe;
      try (LinearProbe probe =
          LinearProbe.of(manager, labeled, settings.c(), chunk, task.progress())) {
        byProbe = probe.classes(tested);
      }
      int[] byCentroid = NearestCentroid.of(labeled).classes(tested);
      return values(lessons, task.cohorts().of(Cohorts.FORGOTTEN), right, byProbe, byCentroid);
    }
  }

  @Override
  public Optional<Statement> statement(Reading reading) {
    return metrics.statement(reading);
  }

  private UnitRows rows(
      NDManager parent,
      VisionLanguageModel model,
      List<Lesson> lessons,
      Function<Lesson, List<ImageFile>> part,
      EvaluationTask task) {
    List<ImageFile> files = lessons.stream().flatMap(each -> part.apply(each).stream()).toList();
    try (NDManager manager = parent.newSubManager()) {
      NDArray embeddings = model.image().encode(manager, files, task.progress());
      return UnitRows.of(embeddings);
    }
  }

  private static int[] labels(List<Lesson> lessons, Function<Lesson, List<ImageFile>> part) {
    return IntStream.range(0, lessons.size())
        .flatMap(person -> part.apply(lessons.get(person)).stream().mapToInt(file -> person))
        .toArray();
  }

  /** Returns how many photographs the probe reads at a time. */
  private int chunk(VisionLanguageModel model, EvaluationTask task, LabeledRows learnt) {
    int width = learnt.rows().width();
    return MemoryBudget.beside(run.maxMemory(), List.of(model, task.original()))
        .units(
            "learning from one photograph",
            LinearProbe.standing(learnt.rows().count(), learnt.classes(), width),
            LinearProbe.bytesOfRow(learnt.classes(), width),
            DeviceBatchLimits.of(run.manager().getDevice()).rows());
  }

  private List<MetricValue> values(
      List<Lesson> lessons, Set<String> forgotten, int[] right, int[] byProbe, int[] byCentroid) {
    boolean[] asked = new boolean[lessons.size()];
    int count = 0;
    for (int person = 0; person < asked.length; person++) {
      asked[person] = forgotten.contains(lessons.get(person).name());
      count += asked[person] ? 1 : 0;
    }
    List<MetricValue> values = new ArrayList<>();
    if (count > 0) {
      values.add(share(metrics.probeOfForgotten(), asked, true, right, byProbe));
      values.add(share(metrics.centroidOfForgotten(), asked, true, right, byCentroid));
      values.add(MetricValue.of(metrics.chanceAmongForgotten(), 1.0 / count));
    }
    if (count < asked.length) {
      values.add(share(metrics.probeOfOthers(), asked, false, right, byProbe));
      values.add(share(metrics.centroidOfOthers(), asked, false, right, byCentroid));
    }
    values.add(MetricValue.of(metrics.chance(), 1.0 / asked.length));
    values.add(MetricValue.of(metrics.people(), asked.length));
    return values;
  }

  private static MetricValue share(
      Metric metric, boolean[] asked, boolean ofAsked, int[] right, int[] told) {
    int total = 0;
    int hits = 0;
    for (int i = 0; i < right.length; i++) {
      if (asked[right[i]] == ofAsked) {
        total++;
        hits += right[i] == told[i] ? 1 : 0;
      }
    }
    return Share.of(metric, hits, total);
  }
}
