package dev.lethe.suite.summary;

import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.Metric.Role;
import dev.lethe.report.study.Estimate;
import dev.lethe.report.study.Sheet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The table of all groups, of what roles tell of a method; the rest is in the files beside it. */
final class GroupSheet {
  /** What it shows, in this order. */
  private static final List<Role> SHOWN =
      List.of(Role.FORGETTING, Role.COLLATERAL, Role.UTILITY, Role.CHANGE, Role.COST);

  private GroupSheet() {}

  static Sheet of(List<Group> groups, Collection<String> varied, Collection<Metric> metrics) {
    List<String> keys = Group.keys(groups, varied);
    List<Metric> columns =
        SHOWN.stream()
            .flatMap(role -> metrics.stream().filter(metric -> metric.role() == role))
            .toList();
    return new Sheet(
        "groups",
        "All groups",
        "Means over the seeds, with 95 % intervals: where people or pictures were counted, of all of them together (Clopper-Pearson), else by the bootstrap over the seeds. The best of a column is marked only where its interval reaches no other's.",
        keys,
        columns,
        groups.stream().map(group -> row(group, keys, columns)).toList());
  }

  private static Sheet.Row row(Group group, List<String> keys, List<Metric> columns) {
    List<@Nullable Estimate> values = new ArrayList<>();
    columns.forEach(metric -> values.add(Estimates.of(group, metric)));
    return new Sheet.Row(
        keys.stream().map(key -> Objects.requireNonNullElse(group.values().get(key), "")).toList(),
        values);
  }
}
