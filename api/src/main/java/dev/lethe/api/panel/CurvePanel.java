package dev.lethe.api.panel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Numbers along an axis, such as losses by step. Each curve has a chart of its own, since their
 * sizes differ. A redacted report leaves it out.
 *
 * @param title its heading
 * @param explanation how to read it
 * @param axis what the axis counts, such as {@code step}
 * @param positions along the axis, in ascending order
 * @param curves one after the other
 */
public record CurvePanel(
    String title, String explanation, String axis, List<Double> positions, List<Curve> curves)
    implements Panel {

  /** Copies the lists and checks that each curve is whole. */
  public CurvePanel {
    positions = List.copyOf(positions);
    curves = List.copyOf(curves);
    for (Curve curve : curves) {
      if (curve.values().size() != positions.size()) {
        throw new IllegalArgumentException(
            "curve '%s' must have a value for each of %d positions (got %d)"
                .formatted(curve.name(), positions.size(), curve.values().size()));
      }
    }
  }

  @Override
  public Optional<Panel> redacted(UnaryOperator<String> pseudonyms) {
    return Optional.empty();
  }

  /**
   * One of them.
   *
   * @param name what it is called in a legend and at the head of a column
   * @param meaning a sentence for a reader
   * @param drawn whether it is drawn; else it stands in tables alone
   * @param values one for each position; null where there is none, or no finite one
   */
  public record Curve(String name, String meaning, boolean drawn, List<@Nullable Double> values) {

    /** Copies the list, and leaves out what is not finite. */
    public Curve {
      List<@Nullable Double> finite = new ArrayList<>(values);
      finite.replaceAll(value -> value == null || !Double.isFinite(value) ? null : value);
      values = Collections.unmodifiableList(finite);
    }
  }
}
