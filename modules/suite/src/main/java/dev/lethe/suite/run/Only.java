package dev.lethe.suite.run;

import dev.lethe.api.UsageException;
import dev.lethe.api.settings.Keys;
import dev.lethe.suite.Trial;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which trials somebody asks for: several values of one key are alternatives. */
final class Only {
  private final Map<String, Set<String>> wanted = new LinkedHashMap<>();

  /**
   * Reads what was asked for.
   *
   * @param only {@code key=value}; a key may be shortened to its last part
   * @throws UsageException if it names what is not varied
   */
  Only(List<String> only, Collection<String> varied) {
    for (String each : only) {
      int equals = each.indexOf('=');
      if (equals < 1) {
        throw new UsageException(
            "--only '%s' must look like key=value, such as seed=0".formatted(each));
      }
      String key = key(each.substring(0, equals), varied);
      wanted.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(each.substring(equals + 1));
    }
  }

  boolean fits(Trial trial) {
    return wanted.entrySet().stream()
        .allMatch(each -> each.getValue().contains(trial.values().get(each.getKey())));
  }

  private static String key(String given, Collection<String> varied) {
    return varied.stream()
        .filter(key -> key.equals(given) || key.endsWith("." + given))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "--only '%s': the suite does not vary it%s"
                        .formatted(
                            given,
                            Keys.nearest(given, List.copyOf(varied))
                                .map(near -> "; did you mean '" + near + "'?")
                                .orElse(" (it varies " + String.join(", ", varied) + ")"))));
  }
}
