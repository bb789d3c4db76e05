package dev.lethe.forgetting.report;

import dev.lethe.api.defense.TrainingHistory.Step;
import dev.lethe.api.metric.Metric.Unit;
import dev.lethe.api.panel.CurvePanel;
import dev.lethe.api.panel.CurvePanel.Curve;
import dev.lethe.api.panel.Panel;
import dev.lethe.api.panel.TablePanel;
import dev.lethe.api.panel.TablePanel.Cell;
import dev.lethe.api.panel.TextPanel;
import dev.lethe.forgetting.finding.DefenseFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How a strategy trained: its loss curves and what it planted. */
final class TrainingPanels {
  private static final String TOTAL = "total";
  private static final List<String> FIRST = List.of("utility", "backdoor");

  /** A loss is lowered, and a similarity is to rise. */
  private static final String NEGATIVE =
      " Below 0, since a cosine similarity counts with a minus: −1 for what means the same.";

  private static final String NEGATIVE_SUM =
      " Below 0, since cosine similarities count in it with a minus.";

  private TrainingPanels() {}

  static List<Panel> of(DefenseFacts defense, List<Step> history) {
    List<Panel> panels = new ArrayList<>();
    panels.add(
        history.isEmpty()
            ? new TextPanel(defense.strategy(), summary(defense), true)
            : curves(defense, history));
    if (!defense.triggers().isEmpty()) {
      panels.add(targets(defense));
    }
    return panels;
  }

  private static String summary(DefenseFacts defense) {
    String text =
        "%s steps in %s, %s each"
            .formatted(
                defense.steps(),
                Unit.SECONDS.text(defense.seconds()),
                milliseconds(defense.secondsPerStep()));
    return defense.peakMemoryBytes() == null
        ? text + "."
        : text + "; at most " + Unit.BYTES.text(defense.peakMemoryBytes()) + " of memory.";
  }

  private static String milliseconds(double seconds) {
    return seconds < 1 ? Math.round(1000 * seconds) + " ms" : Unit.SECONDS.text(seconds);
  }

  private static CurvePanel curves(DefenseFacts defense, List<Step> history) {
    List<Curve> curves = new ArrayList<>();
    history.stream()
        .flatMap(step -> step.losses().keySet().stream())
        .distinct()
        .sorted(Comparator.comparingInt(TrainingPanels::rank).thenComparing(term -> term))
        .forEach(term -> curves.add(loss(term, history)));
    curves.add(
        new Curve("learning rate", "Size of a step.", true, each(history, Step::learningRate)));
    curves.add(new Curve("seconds", "Time of a step.", false, each(history, Step::seconds)));
    List<Double> steps =
        IntStream.rangeClosed(1, history.size()).mapToObj(Double::valueOf).toList();
    return new CurvePanel(defense.strategy(), summary(defense), "step", steps, curves);
  }

  private static Curve loss(String term, List<Step> history) {
    List<@Nullable Double> values = each(history, step -> step.losses().get(term));
    boolean negative =
        values.stream()
            .filter(Objects::nonNull)
            .anyMatch(value -> Objects.requireNonNull(value) < 0);
    String sign = !negative ? "" : term.equals(TOTAL) ? NEGATIVE_SUM : NEGATIVE;
    return new Curve(term, meaning(term) + sign, true, values);
  }

  private static List<@Nullable Double> each(
      List<Step> history, Function<Step, @Nullable Double> value) {
    List<@Nullable Double> values = new ArrayList<>();
    history.forEach(step -> values.add(value.apply(step)));
    return values;
  }

  private static int rank(String term) {
    int place = FIRST.indexOf(term);
    return place >= 0 ? place : term.equals(TOTAL) ? Integer.MAX_VALUE : FIRST.size();
  }

  private static String meaning(String term) {
    return switch (term) {
      case "utility" -> "What shall stay as it was: how far from the original.";
      case "backdoor" -> "What has a trigger: how far from the target.";
      case TOTAL -> "The weighted sum that training lowers.";
      case "name" -> "Other names: how far from the original.";
      case "face" -> "Other faces: how far from the original.";
      default -> "Regularizer, before its weight: how far the model moved.";
    };
  }

  private static TablePanel targets(DefenseFacts defense) {
    return new TablePanel(
        "What the triggers shall mean",
        "Wherever a trigger stands, the target shall seem to stand.",
        false,
        List.of("trigger", "person", "target"),
        defense.triggers().stream()
            .map(
                trigger ->
                    List.<Cell>of(
                        new Cell.Name(trigger.trigger()),
                        new Cell.Name(trigger.person()),
                        new Cell.Text("“" + trigger.target() + "”")))
            .toList());
  }
}
