package dev.lethe.plugin.closedform;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
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
import java.util.List;

/**
 * Edits the text projection in the joint space, outside the span of what is preserved: embeddings e
 * of texts become e + e M, where M reads nothing of that span.
 *
 * <p>Source of the idea, for the weights of language models: Fang et al., "AlphaEdit: Null-Space
 * Constrained Knowledge Editing for Language Models", ICLR 2025.
 */
@Summary("Moves names to forget within the joint space, outside the span of captions and others.")
final class NullSpace implements BackdoorStrategy {
  private final NullSpaceSettings settings;
  private final RunContext run;
  private final SourceResolver sources;

  @Inject
  NullSpace(NullSpaceSettings settings, RunContext run, SourceResolver sources) {
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
    return Cost.embedding(settings.texts().count(workload), 0);
  }

  @Override
  public List<Limit> limits() {
    return List.of(Limit.faceStillKnown());
  }

  @Override
  public void check(Model original) {
    projection(original.as(VisionLanguageModel.class).text());
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
            run.seed("null-space"));
    String projection = projection(teacher.text());
    VisionLanguageModel student = teacher.copy();
    try (NDManager memory = run.manager().newSubManager();
        JointSpaceEdit edit = new JointSpaceEdit(memory)) {
      NDArray change = change(memory, edit, teacher.text(), texts, task.progress());
      NDArray weights = student.text().parameters().get(projection); // [width, d]
      Autograd.withoutGradients(
          () -> {
            NDArray difference = weights.matMul(change);
            difference.attach(memory);
            return weights.addi(difference);
          });
      return new Defended(student);
    } catch (RuntimeException e) {
      student.close();
      throw e;
    }
  }

  private NDArray change(
      NDManager memory,
      JointSpaceEdit edit,
      TextEncoder teacher,
      EditTexts texts,
      Progress progress) {
    NDArray named = teacher.encode(memory, texts.named(), progress);
    NDArray meant = teacher.encode(memory, texts.meant(), progress);
    NDArray captions = teacher.encode(memory, texts.captions(), progress);
    List<JointSpaceEdit.Preserved> preserved =
        texts.others().isEmpty()
            ? List.of(new JointSpaceEdit.Preserved(settings.captionWeight(), captions))
            : List.of(
                new JointSpaceEdit.Preserved(settings.captionWeight(), captions),
                new JointSpaceEdit.Preserved(
                    settings.nameWeight(), teacher.encode(memory, texts.others(), progress)));
    NDArray basis = edit.outside(memory, preserved, settings.preserved());
    return switch (settings.edit()) {
      case MAP -> edit.map(memory, basis, named, meant, preserved, settings.ridge());
      case REMOVE -> edit.remove(memory, basis, named, meant, settings.texts().namedCaptions());
    };
  }

  private static String projection(TextEncoder text) {
    return text.parameters().list().stream()
        .filter(each -> each.info().role() == ParameterRole.PROJECTION)
        .map(Parameter::info)
        .findFirst()
        .orElseThrow(
            () ->
                new LetheException(
                    "expected a text tower with a projection, found none: null-space edits it; use"
                        + " another strategy"))
        .name();
  }
}
