package dev.lethe.report.html;

import static dev.lethe.report.html.Element.element;

import dev.lethe.api.metric.Metric.Unit;
import dev.lethe.report.DefenseReport;
import dev.lethe.report.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/** How each strategy trained: its loss curves and what it planted. */
final class TrainingSection {
  private TrainingSection() {}

  static Section of(Report report) {
    var content = new ArrayList<Element>();
    for (int i = 0; i < report.defense().size(); i++) {
      var defense = report.defense().get(i);
      content.add(element("h3", defense.strategy()));
      content.add(element("p", summary(defense)).with("class", "lead"));
      if (!defense.history().isEmpty()) {
        content.add(LossChart.of(defense, i));
      }
      if (!defense.triggers().isEmpty()) {
        content.add(triggers(defense));
      }
    }
    return new Section("training", "Training", "How it was trained", content);
  }

  private static String summary(DefenseReport defense) {
    var text =
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

  private static Element triggers(DefenseReport defense) {
    var targets = new LinkedHashMap<String, String>();
    defense
        .triggers()
        .forEach(
            trigger ->
                targets.put(
                    trigger.trigger().equals(trigger.person())
                        ? trigger.trigger()
                        : trigger.trigger() + " (" + trigger.person() + ")",
                    "“" + trigger.target() + "”"));
    return element("details")
        .add(
            element("summary", "What the names shall mean (" + targets.size() + ")"),
            KeyValues.table("Each name shall mean the target.", targets));
  }
}
