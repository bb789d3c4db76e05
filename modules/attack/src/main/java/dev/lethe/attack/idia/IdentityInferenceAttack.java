package dev.lethe.attack.idia;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.attack.AttackResult;
import dev.lethe.api.attack.AttackTask;
import dev.lethe.api.attack.Cohorts;
import dev.lethe.api.attack.Pictures;
import dev.lethe.api.attack.PrivacyAttack;
import dev.lethe.api.attack.Subject;
import dev.lethe.api.image.ImageFile;
import dev.lethe.api.method.Cost;
import dev.lethe.api.method.Need;
import dev.lethe.api.method.Requirements;
import dev.lethe.api.method.Workload;
import dev.lethe.api.metric.MetricValue;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.DistinctTexts;
import dev.lethe.api.model.ImageEncoder;
import dev.lethe.api.model.Model;
import dev.lethe.api.model.TextEncoder;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.plugin.Summary;
import dev.lethe.api.verdict.Limit;
import dev.lethe.api.verdict.Score;
import dev.lethe.tensor.memory.DeviceBatchLimits;
import dev.lethe.tensor.memory.MemoryBudget;
import dev.lethe.tensor.memory.TiledProducts;
import dev.lethe.tensor.statistics.UnitLength;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/**
 * The Identity Inference Attack of Hintersdorf et al., "Does CLIP Know My Face?" (arXiv 2209.07341,
 * section 3). Each picture votes for the candidate whose name, put into a prompt, is the nearest; a
 * prompt is right when the person's own name gets more votes than any other; a person is called a
 * member when at least tau prompts are right.
 *
 * <p>Names that the model reads alike are one candidate, and a picture that is as near to two
 * names, up to rounding, votes for neither.
 *
 * <p>As in the paper's experiments the attack can be made again with pictures drawn anew, here with
 * candidates drawn anew as well. The findings stay those with everything there is.
 */
@Summary("Asks, in many ways, which of many names belongs to a person's photographs (IDIA).")
public final class IdentityInferenceAttack implements PrivacyAttack {
  private static final Score SCORE =
      new Score(
          "correct prompts",
          "prompts name one of them rightly",
          "For each prompt the attack chooses the candidate name nearest to most of a"
              + " person's pictures. The more prompts give the right name, the better the"
              + " model knows who this is.");

  /** As the tower gives them, and of length 1. */
  private static final int COPIES_OF_PICTURES = 2;

  /** As of pictures, and what marks numbers and holds texts. */
  private static final int COPIES_OF_NAMES = 4;

  /** Of those that a draw takes, as they are and of length 1. */
  private static final int COPIES_OF_DRAWN = 2;

  private final IdiaSettings settings;
  private final RunContext run;

  @Inject
  IdentityInferenceAttack(IdiaSettings settings, RunContext run) {
    this.settings = settings;
    this.run = run;
  }

  @Override
  public Score score() {
    return SCORE;
  }

  @Override
  public List<Limit> limits() {
    return List.of(
        new Limit(
            "One attack is one attack.",
            "A stronger or different one may find what this one misses: other prompts, more"
                + " pictures, access to weights. Not being found is not proof of absence."));
  }

  @Override
  public Requirements requires() {
    return Requirements.of(VisionLanguageModel.class, Component.TEXT, Component.IMAGE)
        .and(Need.PICTURES, Need.CANDIDATES);
  }

  @Override
  public Cost cost(Workload workload) {
    long questions = (long) settings.prompts().size() * workload.candidates();
    return Cost.embedding(questions, workload.pictures());
  }

  @Override
  public AttackResult attack(Model attacked, AttackTask task) {
    VisionLanguageModel model = attacked.as(VisionLanguageModel.class);
    ImageEncoder image = model.image();
    TextEncoder text = model.text();
    List<String> candidates = task.knowledge().candidates();
    DistinctTexts distinct = DistinctTexts.of(text.tokenizer(), candidates);
    int[] own = placesOfSubjects(task.subjects(), distinct, candidates.size());
    List<String> names = names(task.subjects(), distinct, own);
    List<ImageFile> files = task.subjects().stream().flatMap(s -> pictures(s).stream()).toList();
    DeviceBatchLimits saturation = DeviceBatchLimits.of(run.manager().getDevice());
    NameSearch inquiry = new NameSearch(text, names, chunk(model, task, files.size(), saturation));
    Draw everything =
        Draw.ofAll(
            task.subjects().stream().mapToInt(s -> pictures(s).size()).toArray(), names.size());
    List<Draw> draws = new ArrayList<>();
    draws.add(everything);
    draws.addAll(
        new Draws(settings, run::seed)
            .of(task.subjects().stream().map(Subject::name).toList(), everything, own));
    List<List<int[]>> nearestByPrompt = new ArrayList<>();
    long questions = (long) settings.prompts().size() * names.size();
    try (NDManager manager = run.manager().newSubManager();
        TiledProducts pictures =
            new TiledProducts(
                UnitLength.of(manager, image.encode(manager, files, task.progress())),
                saturation.rows());
        Progress.Task work = task.progress().begin("asking for names", questions)) {
      for (String prompt : settings.prompts()) {
        nearestByPrompt.add(inquiry.ask(manager, pictures, files.size(), prompt, draws, work));
      }
    }
    return new IdiaAnswers(settings, task.subjects(), names, own).of(draws, nearestByPrompt);
  }

  @Override
  public List<MetricValue> metrics(AttackResult result, Cohorts cohorts) {
    List<MetricValue> metrics = new ArrayList<>(IdiaMetrics.of(result.findings(), cohorts));
    metrics.addAll(DrawMetrics.of(result.repetitions(), cohorts));
    return metrics;
  }

  /** Returns how many names are asked for at a time. */
  private int chunk(
      VisionLanguageModel model, AttackTask task, int pictures, DeviceBatchLimits saturation) {
    int d = model.text().dimension();
    long row = (long) Float.BYTES * d;
    return MemoryBudget.beside(task.work().memory(), List.of(model))
        .units(
            "asking for one name",
            COPIES_OF_PICTURES * row * pictures
                + TiledProducts.bytes(pictures, d, saturation.rows()),
            (COPIES_OF_NAMES + (settings.draws() == 1 ? 0 : COPIES_OF_DRAWN)) * row,
            saturation.texts());
  }

  private static int[] placesOfSubjects(
      List<Subject> subjects, DistinctTexts distinct, int candidates) {
    int[] own = new int[subjects.size()];
    for (int i = 0; i < own.length; i++) {
      String name = subjects.get(i).name();
      own[i] =
          distinct
              .find(name)
              .orElseThrow(
                  () ->
                      new LetheException(
                          "'%s' is attacked, but is not among the %d candidate names: add the name"
                              .formatted(name, candidates)));
    }
    return own;
  }

  /** Returns each name once, a subject's as the subject is called. */
  private static List<String> names(List<Subject> subjects, DistinctTexts distinct, int[] own) {
    List<String> names = new ArrayList<>(distinct.texts());
    for (int i = 0; i < own.length; i++) {
      names.set(own[i], subjects.get(i).name());
    }
    return names;
  }

  static List<ImageFile> pictures(Subject subject) {
    return subject.evidence(Pictures.class).images();
  }
}
