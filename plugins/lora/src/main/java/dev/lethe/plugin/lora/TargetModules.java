package dev.lethe.plugin.lora;

import dev.lethe.api.LetheException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which linear layers are changed.
 *
 * @param patterns ends of names, in which {@code *} stands for any characters
 */
record TargetModules(List<String> patterns) {

  /**
   * Chooses from the layers that there are.
   *
   * @throws LetheException if a pattern is the end of no name
   */
  List<LinearModule> among(List<LinearModule> modules) {
    for (String pattern : patterns) {
      if (modules.stream().noneMatch(module -> matches(pattern, module))) {
        throw new LetheException(
            "target-modules: expected the names of linear layers, found '%s', which is the end of none that training may change (%s)"
                .formatted(pattern, shown(modules)));
      }
    }
    return modules.stream()
        .filter(module -> patterns.stream().anyMatch(pattern -> matches(pattern, module)))
        .toList();
  }

  private static boolean matches(String pattern, LinearModule module) {
    String regex =
        Arrays.stream(pattern.split("\\*", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));
    return ("." + module.name()).matches(".*\\." + regex);
  }

  private static String shown(List<LinearModule> modules) {
    return modules.isEmpty()
        ? "there are none: it is no transformer"
        : "such as "
            + modules.stream().limit(6).map(LinearModule::name).collect(Collectors.joining(", "));
  }
}
