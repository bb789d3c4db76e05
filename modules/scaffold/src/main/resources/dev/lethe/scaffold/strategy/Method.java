package @package@;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
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
import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.plugin.Summary;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes the direction d from a neutral text to a name out of the text projection W [width, d]:
 * {@code W' = W (I - d d^T / ||d||^2)} gives both the same embedding. Nothing is trained.
 */
@Summary("Takes the direction from a neutral text to each name out of the text projection.")
final class @Class@ implements BackdoorStrategy {
  private final @Class@Settings settings;
  private final RunContext run;

  @Inject
  @Class@(@Class@Settings settings, RunContext run) {
    this.settings = settings;
    this.run = run;
  }

  @Override
  public Requirements requires() {
    return Requirements.of(VisionLanguageModel.class, Component.TEXT);
  }

  @Override
  public List<Backdoor> backdoors(List<ForgetRequest> requests) {
    List<Backdoor> backdoors = new ArrayList<>();
    for (ForgetRequest request : requests) {
      String target = request.target() == null ? settings.target() : request.target();
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
      String name = backdoor.trigger().description();
      String target = backdoor.target().description();
      erase(model.text(), List.of(name, target), task);
    }
    return new Defended(model);
  }

  private void erase(TextEncoder text, List<String> nameAndTarget, DefenseTask task) {
    NDArray projection =
        text.parameters().where(info -> info.role() == ParameterRole.PROJECTION).arrays().get(0);
    try (NDManager step = run.manager().newSubManager()) {
      NDArray embeddings = text.encode(step, nameAndTarget, task.progress()); // [2, d]
      NDArray direction = embeddings.get(0).sub(embeddings.get(1)).reshape(1, -1); // [1, d]
      NDArray unit = direction.div(direction.norm());
      // A result belongs to the manager of the left operand, here the model's: close it.
      try (NDArray along = projection.matMul(unit.transpose()); // [width, 1]
          NDArray change = along.matMul(unit)) {
        projection.subi(change);
      }
    }
  }
}
