package dev.lethe.plugin.slug;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A layer as a candidate.
 *
 * @param name of its matrix
 * @param importance |g_f| / |w|: how much forgetting asks of it, for its size
 * @param alignment cos(g_f, g_r): how much a step that forgets changes what is retained
 */
record Layer(String name, double importance, double alignment) {

  /**
   * Returns the layers of which none is both more important and less aligned, in magnitude, most
   * important first.
   *
   * <p>Source: Cai et al., "Targeted Unlearning with Single Layer Unlearning Gradient", ICML 2025,
   * section 3.2.
   */
  static List<Layer> paretoFront(List<Layer> layers) {
    List<Layer> front = new ArrayList<>();
    double least = Double.POSITIVE_INFINITY;
    for (Layer layer :
        layers.stream()
            .sorted(
                Comparator.comparingDouble((Layer each) -> -each.importance())
                    .thenComparingDouble(each -> Math.abs(each.alignment())))
            .toList()) {
      if (Math.abs(layer.alignment()) < least) {
        front.add(layer);
        least = Math.abs(layer.alignment());
      }
    }
    return List.copyOf(front);
  }
}
