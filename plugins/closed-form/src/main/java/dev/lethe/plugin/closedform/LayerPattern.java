package dev.lethe.plugin.closedform;

import dev.lethe.api.UsageException;
import dev.lethe.api.model.EndStates;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.ParameterInfo;
import dev.lethe.api.model.ParameterSet;
import java.util.List;
import java.util.stream.Collectors;

/** Chooses matrices of a text tower by their names. */
final class LayerPattern {
  private LayerPattern() {}

  /**
   * Returns what some patterns choose, in the order of the tower.
   *
   * @throws UsageException if a pattern chooses nothing; says what there is
   */
  static List<Parameter> choose(List<String> patterns, ParameterSet tower) {
    List<Parameter> matrices = EndStates.matrices(tower).list();
    int last = matrices.stream().mapToInt(each -> each.info().layer()).max().orElse(0);
    for (String pattern : patterns) {
      if (matrices.stream().noneMatch(each -> matches(pattern, each.info(), last))) {
        throw new UsageException(
            "layers: '%s' is none of what can be edited: %s"
                .formatted(
                    pattern,
                    matrices.stream()
                        .map(each -> each.info().name())
                        .collect(Collectors.joining(", "))));
      }
    }
    return matrices.stream()
        .filter(each -> patterns.stream().anyMatch(pattern -> matches(pattern, each.info(), last)))
        .toList();
  }

  private static boolean matches(String pattern, ParameterInfo info, int last) {
    String number = pattern.replaceAll("(?<=^|\\.)last(?=\\.|$)", Integer.toString(last));
    return info.name().matches("\\Q" + number.replace("*", "\\E.*\\Q") + "\\E");
  }
}
