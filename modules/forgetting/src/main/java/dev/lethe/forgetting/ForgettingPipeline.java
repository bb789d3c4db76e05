package dev.lethe.forgetting;

import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.engine.Needs;
import dev.lethe.engine.Verification;
import dev.lethe.engine.recipe.Pipeline;
import dev.lethe.engine.recipe.PlanLine;
import dev.lethe.engine.recipe.Results;
import dev.lethe.engine.recipe.StageContext;
import dev.lethe.forgetting.plan.ForgettingPlan;
import dev.lethe.forgetting.run.Forgetting;
import dev.lethe.forgetting.run.ForgettingRun;
import dev.lethe.forgetting.run.RunVerification;
import dev.lethe.report.Note;
import dev.lethe.report.Report;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A planned run: attack, choose, defend, attack again, evaluate. */
record ForgettingPipeline(ForgettingPlan plan) implements Pipeline {

  @Override
  public String fingerprint() {
    return plan.inputs().fingerprint();
  }

  @Override
  public List<ExtensionInfo> used() {
    return plan.used();
  }

  @Override
  public Map<String, String> dataHashes() {
    return plan.inputs().dataHashes();
  }

  @Override
  public List<Note> notes() {
    return plan.notes();
  }

  @Override
  public Needs needs() {
    return plan.needs();
  }

  @Override
  public List<PlanLine> describe() {
    return plan.describe();
  }

  @Override
  public Map<String, @Nullable Object> facts() {
    return plan.facts();
  }

  @Override
  public Results run(StageContext context) {
    return new Forgetting(run(plan, context)).results();
  }

  @Override
  public Verification verify(Report report, Path directory, StageContext context) {
    return new RunVerification(run(plan, context), report).verify(directory);
  }

  private static ForgettingRun run(ForgettingPlan plan, StageContext context) {
    return new ForgettingRun(plan.inputs(), plan.notes(), context);
  }
}
