package dev.lethe.suite.summary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Trials that differ in their seeds alone.
 *
 * @param values what they have in common of what is varied
 * @param findings of each, in the order of the suite
 */
record Group(Map<String, String> values, List<Finding> findings) {
  static List<Group> of(Collection<Finding> findings) {
    Map<Map<String, String>, List<Finding>> byValues = new LinkedHashMap<>();
    for (Finding finding : findings) {
      byValues.computeIfAbsent(finding.trial().group(), values -> new ArrayList<>()).add(finding);
    }
    return byValues.entrySet().stream()
        .map(each -> new Group(each.getKey(), List.copyOf(each.getValue())))
        .toList();
  }

  /** Returns what people call it by some of its values. */
  String name(Collection<String> keys) {
    String name =
        keys.stream()
            .filter(values::containsKey)
            .map(values::get)
            .collect(Collectors.joining(", "));
    return name.isEmpty() ? "all" : name;
  }
}
