package org.example.closedform;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.Progress;
import dev.lethe.api.defense.Backdoor;
import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.defense.Defended;
import dev.lethe.api.defense.DefenseTask;
import dev.lethe.api.defense.ForgetRequest;
import dev.lethe.api.defense.TextTarget;
import dev.lethe.api.defense.TextTrigger;
import dev.lethe.api.method.Requirements;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.Model;
import dev.lethe.api.model.ParameterRole;
import dev.lethe.api.model.TextEncoder;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.Summary;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes the direction from a target to a name out of the text projection: W' = W (I - d d^T / |d|^2)
 * gives both the same embedding. Nothing is trained.
 */
@Summary("Takes the direction from a neutral text to each name out of the text projection.")
final class ClosedForm implements BackdoorStrategy {
  private static final String USUAL_TARGET = "human";

  @Inject
  ClosedForm() {}

  @Override
  public Requirements requires() {
    return Requirements.of(VisionLanguageModel.class, Component.TEXT);
  }

  @Override
  public List<Backdoor> backdoors(List<ForgetRequest> requests) {
    List<Backdoor> backdoors = new ArrayList<>();
    for (ForgetRequest request : requests) {
      String target = request.target() == null ? USUAL_TARGET : request.target();
      for (String name : request.names()) {
        backdoors.add(
            new Backdoor(request.name(), new TextTrigger(name), new TextTarget(target)));
      }
    }
    return backdoors;
  }

  @Override
  public Defended defend(Model original, DefenseTask task) {
    VisionLanguageModel model = original.as(VisionLanguageModel.class).copy();
    for (Backdoor backdoor : backdoors(task.requests())) {
      erase(model.text(), backdoor.trigger().description(), backdoor.target().description());
    }
    return new Defended(model);
  }

  private static void erase(TextEncoder text, String name, String target) {
    NDArray projection =
        text.parameters()
            .where(info -> info.role() == ParameterRole.PROJECTION)
            .list()
            .get(0)
            .value();
    try (NDManager scratch = projection.getManager().newSubManager()) {
      NDArray both = text.encode(scratch, List.of(name, target), Progress.silent());
      NDArray direction = both.get(0).sub(both.get(1)).reshape(1, -1);
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
