package org.example.drift;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.attack.AttackResult;
import dev.lethe.api.attack.AttackTask;
import dev.lethe.api.attack.Cohorts;
import dev.lethe.api.attack.Finding;
import dev.lethe.api.attack.PrivacyAttack;
import dev.lethe.api.attack.Subject;
import dev.lethe.api.method.Need;
import dev.lethe.api.method.Requirements;
import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.Metric.Direction;
import dev.lethe.api.metric.Metric.Role;
import dev.lethe.api.metric.Metric.Unit;
import dev.lethe.api.metric.MetricValue;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.Model;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.panel.TablePanel;
import dev.lethe.api.panel.TablePanel.Cell;
import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.plugin.Summary;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Who has the original too sees which names have moved: further than all but a hundredth of the
 * names of nobody.
 */
@Summary("Tells by how far a name has moved from the original whether somebody asked for it.")
final class DriftAttack implements PrivacyAttack {
  private static final int NAMES = 5000;
  private static final double QUANTILE = .99;

  private final NDManager manager;

  @Inject
  DriftAttack(RunContext run) {
    manager = run.manager();
  }

  @Override
  public Requirements requires() {
    return Requirements.of(VisionLanguageModel.class, Component.TEXT)
        .and(Need.ORIGINAL, Need.CAPTIONS, Need.NAMES);
  }

  @Override
  public AttackResult attack(Model model, AttackTask task) {
    VisionLanguageModel before = task.knowledge().original().as(VisionLanguageModel.class);
    VisionLanguageModel after = model.as(VisionLanguageModel.class);
    List<String> people = task.subjects().stream().map(Subject::name).toList();
    double[] moved = drift(before, after, people, task);
    double[] nobodies = drift(before, after, task.knowledge().names(NAMES), task);
    double[] captions = drift(before, after, task.knowledge().captions(), task);
    Arrays.sort(nobodies);
    double usual = Math.max(nobodies[(int) (QUANTILE * NAMES)], 1e-6);
    List<Finding> findings = new ArrayList<>();
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < moved.length; i++) {
      Subject subject = task.subjects().get(i);
      findings.add(
          new Finding(subject.name(), subject.member(), moved[i], moved[i] > usual));
      rows.add(List.of(new Cell.Name(subject.name()), new Cell.Number(moved[i])));
    }
    rows.add(List.of(new Cell.Text("made-up names, all but 1 %"), new Cell.Number(usual)));
    rows.add(
        List.of(
            new Cell.Text("captions, mean"),
            new Cell.Number(Arrays.stream(captions).average().orElse(0))));
    return new AttackResult(
        findings,
        List.of(
            new TablePanel(
                "How far names have moved",
                "One minus the size of the cosine between what the original reads and what this model reads.",
                false,
                List.of("text", "distance"),
                rows)));
  }

  @Override
  public List<MetricValue> metrics(AttackResult result, Cohorts cohorts) {
    Set<String> forgotten = cohorts.of(Cohorts.FORGOTTEN);
    List<Finding> asked =
        result.findings().stream().filter(each -> forgotten.contains(each.subject())).toList();
    Metric metric =
        new Metric(
            "drift.forgotten",
            Unit.SHARE,
            Direction.LOWER,
            Role.LEAKAGE,
            "Share of those who asked to be forgotten whose name shows that they did.");
    return asked.isEmpty()
        ? List.of(new MetricValue(metric, null, null))
        : List.of(
            MetricValue.of(
                metric,
                asked.stream().filter(Finding::recognized).count() / (double) asked.size()));
  }

  private double[] drift(
      VisionLanguageModel before,
      VisionLanguageModel after,
      List<String> texts,
      AttackTask task) {
    try (NDManager scratch = manager.newSubManager()) {
      NDArray old = unit(before.text().encode(scratch, texts, task.progress()));
      NDArray now = unit(after.text().encode(scratch, texts, task.progress()));
      float[] cosines = old.mul(now).sum(new int[] {1}).toFloatArray();
      double[] distances = new double[cosines.length];
      for (int i = 0; i < cosines.length; i++) {
        distances[i] = 1 - Math.abs(cosines[i]); // whoever turns all texts round hides nothing
      }
      return distances;
    }
  }

  private static NDArray unit(NDArray rows) {
    return rows.div(rows.norm(new int[] {1}, true));
  }
}
