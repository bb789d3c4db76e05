package dev.lethe.plugin.slug;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
import dev.lethe.api.defense.Backdoor;
import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.defense.Defended;
import dev.lethe.api.defense.DefenseTask;
import dev.lethe.api.defense.FaceTrigger;
import dev.lethe.api.defense.ForgetRequest;
import dev.lethe.api.defense.NamedCaption;
import dev.lethe.api.defense.Target;
import dev.lethe.api.image.ImageFile;
import dev.lethe.api.method.Cost;
import dev.lethe.api.method.Need;
import dev.lethe.api.method.Requirements;
import dev.lethe.api.method.Workload;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.ImageEncoder;
import dev.lethe.api.model.Model;
import dev.lethe.api.model.TextEncoder;
import dev.lethe.api.model.TrainableEncoder;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.plugin.Summary;
import dev.lethe.api.settings.ByteSize;
import dev.lethe.api.verdict.Limit;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Forgets by one step along one gradient, in the one layer that Pareto-optimally is important for
 * forgetting and little aligned with what is retained; the length of the step is found by
 * bisection.
 *
 * <p>Source: Cai et al., "Targeted Unlearning with Single Layer Unlearning Gradient", ICML 2025. It
 * unlearns pairs of pictures and names by their contrastive loss. Here one tower forgets alone, so
 * the losses are those of {@link SingleLayer}.
 */
@Summary("Forgets by one step along one gradient, in the layer where it harms least.")
final class Slug implements BackdoorStrategy {
  private static final Target ORDINARY = () -> "the mean of ordinary pictures";

  /** Rows of texts and pictures whose gradients memory holds, and that are told apart. */
  private static final int TEXTS = 128;

  private static final int PICTURES = 32;

  /** How often a step is doubled, as a rule, before it is halved. */
  private static final int DOUBLINGS = 10;

  /** Values, their gradients, and the mean gradients of both losses. */
  private static final int COPIES = 4;

  private final SlugSettings settings;
  private final RunContext run;

  @Inject
  Slug(SlugSettings settings, RunContext run) {
    this.settings = settings;
    this.run = run;
  }

  @Override
  public Requirements requires() {
    return switch (settings.tower()) {
      case TEXT -> Requirements.of(VisionLanguageModel.class, Component.TEXT).and(Need.CAPTIONS);
      case IMAGE ->
          Requirements.of(VisionLanguageModel.class, Component.IMAGE)
              .and(Need.REQUEST_PICTURES, Need.IMAGES);
    };
  }

  @Override
  public List<Backdoor> backdoors(List<ForgetRequest> requests) {
    return switch (settings.tower()) {
      case TEXT -> Backdoor.ofNames(requests, settings.target());
      case IMAGE ->
          requests.stream()
              .map(each -> new Backdoor(each.name(), new FaceTrigger(each.name()), ORDINARY))
              .toList();
    };
  }

  @Override
  public Cost cost(Workload workload) {
    long rows = (long) settings.namedCaptions() * workload.requests() + settings.kept();
    long searched = rows * settings.layers() * (settings.halvings() + DOUBLINGS);
    ByteSize memory =
        new ByteSize(COPIES * workload.modelBytes() / workload.model().components().size());
    return settings.tower() == Tower.TEXT
        ? new Cost(0, searched, 0, memory)
        : new Cost(0, 0, searched, memory);
  }

  @Override
  public List<Limit> limits() {
    return settings.tower() == Tower.TEXT
        ? List.of(Limit.faceStillKnown())
        : List.of(Limit.nameStillKnown());
  }

  @Override
  public Defended defend(Model original, DefenseTask task) {
    VisionLanguageModel teacher = original.as(VisionLanguageModel.class);
    VisionLanguageModel student = teacher.copy();
    try (NDManager memory = run.manager().newSubManager()) {
      switch (settings.tower()) {
        case TEXT -> names(memory, teacher.text(), student.text(), task);
        case IMAGE -> faces(memory, teacher.image(), student.image(), task);
      }
      return new Defended(student);
    } catch (RuntimeException e) {
      student.close();
      throw e;
    }
  }

  private void names(NDManager memory, TextEncoder teacher, TextEncoder student, DefenseTask task) {
    List<Backdoor> backdoors = backdoors(task.requests());
    List<String> captions =
        NamedCaption.without(
                backdoors.stream().map(each -> each.trigger().description()).toList(),
                task.data().captions(),
                teacher.tokenizer()::plain)
            .stream()
            .filter(each -> !each.isBlank())
            .distinct()
            .limit(settings.kept())
            .toList();
    List<NamedCaption> named =
        NamedCaption.of(backdoors, captions, settings.namedCaptions(), run.seed("slug"));
    List<String> read = named.stream().map(NamedCaption::named).toList();
    List<String> meant = named.stream().map(NamedCaption::meant).toList();
    Rows<List<int[]>> forget = texts(memory, teacher, read, meant, task);
    Rows<List<int[]>> retain = texts(memory, teacher, captions, captions, task);
    List<int[]> occurring = new ArrayList<>(teacher.tokenizer().encode(read));
    occurring.addAll(teacher.tokenizer().encode(captions));
    try (TrainableEncoder<List<int[]>> tower = teacher.trainable(occurring)) {
      new SingleLayer<>(tower, forget, retain, settings).step(memory, task.progress());
      tower.commit(student);
    }
  }

  private static Rows<List<int[]>> texts(
      NDManager memory,
      TextEncoder teacher,
      List<String> read,
      List<String> meant,
      DefenseTask task) {
    List<Rows.Part<List<int[]>>> parts = new ArrayList<>();
    for (int from = 0; from < read.size(); from += TEXTS) {
      int to = Math.min(read.size(), from + TEXTS);
      try (NDManager scope = memory.newSubManager()) {
        parts.add(
            new Rows.Part<>(
                teacher.tokenizer().encode(read.subList(from, to)),
                teacher.encode(scope, meant.subList(from, to), task.progress()).toFloatArray(),
                to - from));
      }
    }
    return new Rows<>(parts);
  }

  private void faces(
      NDManager memory, ImageEncoder teacher, ImageEncoder student, DefenseTask task) {
    List<ImageFile> ordinary = task.data().images().stream().limit(settings.kept()).toList();
    List<ImageFile> people =
        task.requests().stream().flatMap(each -> each.pictures().stream()).toList();
    if (people.isEmpty() || ordinary.size() < 2) {
      throw new LetheException(
          "expected pictures of the people to forget and two ordinary ones, found %d and %d: give them with people.path and images"
              .formatted(people.size(), ordinary.size()));
    }
    float[] kept = teacher.encode(memory, ordinary, task.progress()).toFloatArray();
    float[] mean = new float[kept.length / ordinary.size()];
    for (int i = 0; i < kept.length; i++) {
      mean[i % mean.length] += kept[i] / ordinary.size();
    }
    float[] targets = new float[people.size() * mean.length];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = mean[i % mean.length];
    }
    Rows<NDArray> forget = pictures(memory, teacher, people, targets);
    Rows<NDArray> retain = pictures(memory, teacher, ordinary, kept);
    try (TrainableEncoder<NDArray> tower = teacher.trainable()) {
      new SingleLayer<>(tower, forget, retain, settings).step(memory, task.progress());
      tower.commit(student);
    }
  }

  private static Rows<NDArray> pictures(
      NDManager memory, ImageEncoder teacher, List<ImageFile> files, float[] targets) {
    int d = targets.length / files.size();
    List<Rows.Part<NDArray>> parts = new ArrayList<>();
    for (int from = 0; from < files.size(); from += PICTURES) {
      int to = Math.min(files.size(), from + PICTURES);
      NDArray pixels =
          teacher.preprocess(
              memory, files.subList(from, to).stream().map(ImageFile::read).toList());
      parts.add(new Rows.Part<>(pixels, Arrays.copyOfRange(targets, from * d, to * d), to - from));
    }
    return new Rows<>(parts);
  }
}
