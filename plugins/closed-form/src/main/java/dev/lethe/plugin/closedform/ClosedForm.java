package dev.lethe.plugin.closedform;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.Progress;
import dev.lethe.api.defense.Backdoor;
import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.defense.Defended;
import dev.lethe.api.defense.DefenseTask;
import dev.lethe.api.defense.ForgetRequest;
import dev.lethe.api.method.Cost;
import dev.lethe.api.method.Need;
import dev.lethe.api.method.Requirements;
import dev.lethe.api.method.Workload;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.EndStates;
import dev.lethe.api.model.Model;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.ParameterRole;
import dev.lethe.api.model.TextEncoder;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.plugin.SourceResolver;
import dev.lethe.api.plugin.Summary;
import dev.lethe.api.verdict.Limit;
import dev.lethe.tensor.Autograd;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/**
 * Edits a few matrices of the text tower so that texts with a name give, at their end, what the
 * original gives for the same texts with the target, while captions and other names give what they
 * gave. One layer is solved for after the other, from below to above, each with the inputs that the
 * edits below it lead to.
 *
 * <p>Source: Gandikota et al., "Unified Concept Editing in Diffusion Models", WACV 2024, which
 * edits the key and value matrices of cross-attention; a CLIP has none, so here it is the second
 * matrix of an MLP, and the projection.
 */
@Summary("Solves for matrices of the text tower by which names to forget mean a neutral text.")
final class ClosedForm implements BackdoorStrategy {
  private final ClosedFormSettings settings;
  private final RunContext run;
  private final SourceResolver sources;

  @Inject
  ClosedForm(ClosedFormSettings settings, RunContext run, SourceResolver sources) {
    this.settings = settings;
    this.run = run;
    this.sources = sources;
  }

  @Override
  public Requirements requires() {
    return Requirements.of(VisionLanguageModel.class, Component.TEXT).and(Need.CAPTIONS);
  }

  @Override
  public List<Backdoor> backdoors(List<ForgetRequest> requests) {
    return Backdoor.ofNames(requests, settings.target());
  }

  @Override
  public Cost cost(Workload workload) {
    return Cost.embedding(2 * settings.texts().count(workload) * settings.layers().size(), 0);
  }

  @Override
  public List<Limit> limits() {
    return List.of(Limit.faceStillKnown());
  }

  @Override
  public void check(Model original) {
    layers(original.as(VisionLanguageModel.class).text());
  }

  @Override
  public Defended defend(Model original, DefenseTask task) {
    VisionLanguageModel teacher = original.as(VisionLanguageModel.class);
    EditTexts texts =
        EditTexts.draw(
            backdoors(task.requests()),
            task.data().captions(),
            settings.texts(),
            sources,
            teacher.text().tokenizer()::plain,
            run.seed("closed-form"));
    List<Parameter> layers = layers(teacher.text());
    VisionLanguageModel student = teacher.copy();
    try (NDManager memory = run.manager().newSubManager();
        RidgeEdit solver = new RidgeEdit(memory);
        Progress.Task progress = task.progress().begin("solving layers", layers.size())) {
      Tokens tokens = Tokens.of(texts, teacher.text());
      for (Parameter layer : layers) {
        edit(memory, solver, layer, teacher.text(), student.text(), tokens);
        progress.advance(1);
      }
      return new Defended(student);
    } catch (RuntimeException e) {
      student.close();
      throw e;
    }
  }

  private List<Parameter> layers(TextEncoder text) {
    return LayerPattern.choose(settings.layers(), text.parameters());
  }

  private void edit(
      NDManager memory,
      RidgeEdit solver,
      Parameter layer,
      TextEncoder teacher,
      TextEncoder student,
      Tokens tokens) {
    String name = layer.info().name();
    try (NDManager scope = memory.newSubManager()) {
      Autograd.withoutGradients(
          () -> {
            List<RidgeEdit.Group> groups = new ArrayList<>();
            for (Tokens.Pair pair : tokens.pairs()) {
              EndStates now = student.endStates(scope, name, pair.read());
              NDArray meant = teacher.endStates(scope, name, pair.meant()).results();
              groups.add(
                  new RidgeEdit.Group(weight(pair.role()), now.inputs(), meant.sub(now.results())));
            }
            NDArray change = solver.solve(scope, groups, settings.ridge(), settings.rank());
            boolean readsRows = layer.info().role() == ParameterRole.PROJECTION;
            student.parameters().get(name).addi(readsRows ? change : change.transpose());
            return change;
          });
    }
  }

  private double weight(Tokens.Role role) {
    return switch (role) {
      case FORGET -> 1;
      case CAPTION -> settings.captionWeight();
      case OTHER_NAME -> settings.nameWeight();
    };
  }
}
