package dev.lethe.suite.summary;

import dev.lethe.suite.Trial;
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

  /** Returns what groups differ in; where that is nothing, all that is varied beside the seed. */
  static List<String> keys(Collection<Group> groups, Collection<String> varied) {
    List<String> keys = varied.stream().filter(key -> !key.equals(Trial.SEED)).toList();
    List<String> different =
        keys.stream()
            .filter(
                key -> groups.stream().map(group -> group.values().get(key)).distinct().count() > 1)
            .toList();
    return different.isEmpty() ? keys : different;
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
