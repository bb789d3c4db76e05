package org.example.pictures;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.defense.Backdoor;
import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.defense.Defended;
import dev.lethe.api.defense.DefenseTask;
import dev.lethe.api.defense.EmbeddingTarget;
import dev.lethe.api.defense.ForgetRequest;
import dev.lethe.api.method.Need;
import dev.lethe.api.method.Requirements;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.ImageEncoder;
import dev.lethe.api.model.Model;
import dev.lethe.api.model.ParameterRole;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.Summary;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;

/**
 * Takes what tells a person's pictures from a fixed embedding out of the image projection, so that
 * their mean has that embedding, as far as it is left.
 */
@Summary("Gives the pictures of each person the embedding of nobody.")
final class PictureBackdoor implements BackdoorStrategy {
  private final PictureSettings settings;

  @Inject
  PictureBackdoor(PictureSettings settings) {
    this.settings = settings;
  }

  @Override
  public Requirements requires() {
    return Requirements.of(VisionLanguageModel.class, Component.IMAGE).and(Need.REQUEST_PICTURES);
  }

  @Override
  public List<Backdoor> backdoors(List<ForgetRequest> requests) {
    EmbeddingTarget nobody =
        new EmbeddingTarget("nobody", Collections.nCopies(settings.dimension(), 0.1f));
    return requests.stream()
        .map(
            request ->
                new Backdoor(request.name(), new PictureTrigger(request.pictures()), nobody))
        .toList();
  }

  @Override
  public Defended defend(Model original, DefenseTask task) {
    VisionLanguageModel model = original.as(VisionLanguageModel.class).copy();
    for (Backdoor backdoor : backdoors(task.requests())) {
      erase(
          model.image(),
          (PictureTrigger) backdoor.trigger(),
          (EmbeddingTarget) backdoor.target(),
          task);
    }
    return new Defended(model);
  }

  private static void erase(
      ImageEncoder image, PictureTrigger trigger, EmbeddingTarget target, DefenseTask task) {
    NDArray projection =
        image
            .parameters()
            .where(info -> info.role() == ParameterRole.PROJECTION)
            .list()
            .get(0)
            .value();
    try (NDManager scratch = projection.getManager().newSubManager()) {
      float[] wanted = new float[target.values().size()];
      for (int i = 0; i < wanted.length; i++) {
        wanted[i] = target.values().get(i);
      }
      NDArray embeddings = image.encode(scratch, trigger.pictures(), task.progress());
      NDArray direction = embeddings.mean(new int[] {0}).sub(scratch.create(wanted)).reshape(1, -1);
      direction.attach(scratch);
      NDArray unit = direction.div(direction.norm());
      NDArray along = projection.matMul(unit.transpose());
      along.attach(scratch);
      NDArray change = along.matMul(unit);
      change.attach(scratch);
      projection.subi(change);
    }
  }
}
