package dev.lethe.forgetting;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.defense.Backdoor;
import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.defense.Defended;
import dev.lethe.api.defense.DefenseTask;
import dev.lethe.api.defense.ForgetRequest;
import dev.lethe.api.method.Need;
import dev.lethe.api.method.Requirements;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.Model;
import dev.lethe.api.model.ParameterRole;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.plugin.Summary;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** A strategy in closed form, which writes down the pictures that it was given. */
@Summary("Removes the direction of a person's pictures from the image tower's projection.")
final class Erase implements BackdoorStrategy {
  private final RunContext run;

  @Inject
  Erase(RunContext run) {
    this.run = run;
  }

  @Override
  public Requirements requires() {
    return Requirements.of(VisionLanguageModel.class, Component.IMAGE).and(Need.REQUEST_PICTURES);
  }

  @Override
  public List<Backdoor> backdoors(List<ForgetRequest> requests) {
    return requests.stream()
        .map(each -> new Backdoor(each.name(), () -> "pictures of " + each.name(), () -> "nobody"))
        .toList();
  }

  @Override
  public Defended defend(Model original, DefenseTask task) {
    VisionLanguageModel model = original.as(VisionLanguageModel.class).copy();
    NDArray projection =
        model
            .image()
            .parameters()
            .where(info -> info.role() == ParameterRole.PROJECTION)
            .arrays()
            .get(0);
    try (NDManager scope = run.manager().newSubManager()) {
      for (ForgetRequest request : task.requests()) {
        NDArray face = model.image().encode(scope, request.pictures(), task.progress());
        NDArray mean = face.mean(new int[] {0}, true);
        NDArray unit = mean.div(mean.norm());
        projection.subi(projection.matMul(unit.transpose()).matMul(unit));
      }
    }
    return new Defended(model).with(List.of(new Given(given(task))));
  }

  private static List<String> given(DefenseTask task) {
    List<String> given = new ArrayList<>();
    given.add(task.data().captions().size() + " captions");
    for (ForgetRequest request : task.requests()) {
      request.pictures().forEach(picture -> given.add(picture.name()));
    }
    return given;
  }
}
