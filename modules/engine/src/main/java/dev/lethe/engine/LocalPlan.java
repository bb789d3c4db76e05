package dev.lethe.engine;

import dev.lethe.engine.config.GeneralSettings;
import dev.lethe.engine.finished.ReportReader;
import dev.lethe.engine.plan.PreparedExperiment;
import dev.lethe.engine.recipe.PlanLine;
import dev.lethe.engine.run.ExperimentRun;
import dev.lethe.report.Note;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A plan that runs on this machine. */
record LocalPlan(PreparedExperiment prepared, Build build, ReportReader reports)
    implements ExperimentPlan {

  @Override
  public RunResult run() {
    return Explained.cancellable(new ExperimentRun(prepared, build, reports)::run);
  }

  @Override
  public RunResult runInTurn() {
    return Explained.cancellable(new ExperimentRun(prepared, build, reports)::runInTurn);
  }

  @Override
  public String name() {
    return prepared.layout().name();
  }

  @Override
  public Path directory() {
    return prepared.layout().directory();
  }

  @Override
  public boolean isFinished() {
    return prepared.layout().isFinished();
  }

  @Override
  public List<String> describe() {
    List<PlanLine> lines = new ArrayList<>();
    GeneralSettings general = prepared.config().general();
    lines.add(new PlanLine("experiment", general.name() + ", seed " + general.seed()));
    lines.addAll(prepared.pipeline().describe());
    lines.add(new PlanLine("folder", directory() + (isFinished() ? " (finished)" : "")));
    return lines.stream().map(PlanLine::text).toList();
  }

  @Override
  public Needs needs() {
    return prepared.pipeline().needs();
  }

  @Override
  public Map<String, @Nullable Object> facts() {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("name", prepared.config().general().name());
    facts.put("recipe", prepared.config().general().recipe());
    facts.put("seed", prepared.config().general().seed());
    facts.put("directory", directory().toString());
    facts.put("finished", isFinished());
    facts.putAll(prepared.pipeline().facts());
    facts.put("warnings", warnings());
    return facts;
  }

  @Override
  public List<String> warnings() {
    return prepared.pipeline().notes().stream().map(Note::text).toList();
  }

  @Override
  public void close() {
    prepared.close();
  }
}
