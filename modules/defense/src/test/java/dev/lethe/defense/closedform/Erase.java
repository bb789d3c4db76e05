package dev.lethe.defense.closedform;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.defense.Artifact;
import dev.lethe.api.defense.Backdoor;
import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.defense.Defended;
import dev.lethe.api.defense.DefenseTask;
import dev.lethe.api.defense.ForgetRequest;
import dev.lethe.api.defense.Target;
import dev.lethe.api.method.Need;
import dev.lethe.api.method.Requirements;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.Model;
import dev.lethe.api.model.ParameterRole;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.plugin.Summary;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The strategy of docs/add-a-plugin.md, which also leaves a note behind. */
@Summary("Takes the direction to each face out of the image projection.")
final class Erase implements BackdoorStrategy {
  private static final Target NOBODY = () -> "no direction of its own";
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
        .map(each -> new Backdoor(each.name(), () -> "pictures of " + each.name(), NOBODY))
        .toList();
  }

  @Override
  public Defended defend(Model original, DefenseTask task) {
    VisionLanguageModel model = original.as(VisionLanguageModel.class).copy();
    NDArray projection = projection(model); // [width, d]
    try (NDManager scope = run.manager().newSubManager()) {
      for (ForgetRequest request : task.requests()) {
        NDArray face = model.image().encode(scope, request.pictures(), task.progress());
        NDArray mean = face.mean(new int[] {0}, true);
        NDArray unit = mean.div(mean.norm()); // [1, d]
        projection.subi(projection.matMul(unit.transpose()).matMul(unit));
      }
    }
    return new Defended(model).with(List.of(new Note()));
  }

  private static NDArray projection(VisionLanguageModel model) {
    return model
        .image()
        .parameters()
        .where(info -> info.role() == ParameterRole.PROJECTION)
        .arrays()
        .get(0);
  }

  private static final class Note implements Artifact {
    @Override
    public String name() {
      return "note";
    }

    @Override
    public String summary() {
      return "What was done.";
    }

    @Override
    public void write(Path folder) {
      try {
        Files.writeString(folder.resolve("note.txt"), "erased");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
