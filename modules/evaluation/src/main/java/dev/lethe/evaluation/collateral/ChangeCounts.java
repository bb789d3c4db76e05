package dev.lethe.evaluation.collateral;

import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.Metric.Direction;
import dev.lethe.api.metric.Metric.Role;
import dev.lethe.api.metric.Metric.Unit;
import dev.lethe.api.metric.MetricValue;
import dev.lethe.tensor.statistics.Share;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts how people fared; each person is in exactly one group. */
final class ChangeCounts {
  private final Map<Group, Integer> people = new EnumMap<>(Group.class);

  /**
   * Counts a person.
   *
   * @param asked whether the person asked to be forgotten
   * @param before whether the attack recognized the person in the original
   * @param after whether it does in the defended model
   */
  void add(boolean asked, boolean before, boolean after) {
    people.merge(Group.of(asked, before, after), 1, Integer::sum);
  }

  /** Returns the share of each group among all who asked, or all who did not, and the counts. */
  List<MetricValue> metrics() {
    int asked = sum(true);
    int others = sum(false);
    List<MetricValue> values = new ArrayList<>();
    for (Group group : Group.values()) {
      values.add(Share.of(group.share(), count(group), group.asked ? asked : others));
    }
    for (Group group : Group.values()) {
      values.add(MetricValue.of(group.count(), count(group)));
    }
    return values;
  }

  private int sum(boolean asked) {
    int sum = 0;
    for (Group group : Group.values()) {
      sum += group.asked == asked ? count(group) : 0;
    }
    return sum;
  }

  private int count(Group group) {
    return people.getOrDefault(group, 0);
  }

  /** What became of people; of those who asked, and of the others, each has exactly one. */
  private enum Group {
    WRONGLY_FORGOTTEN(
        "wrongly-forgotten", false, Direction.LOWER, "recognized before the defense and not after"),
    NEWLY_RECALLED(
        "newly-recalled", false, Direction.LOWER, "recognized after the defense and not before"),
    UNCHANGED("unchanged", false, Direction.HIGHER, "found or not found as before"),
    CORRECTLY_FORGOTTEN(
        "correctly-forgotten",
        true,
        Direction.HIGHER,
        "recognized before the defense and not after"),
    FAILED("failed", true, Direction.LOWER, "recognized before the defense and after it"),
    UNKNOWN_BEFORE(
        "unknown-before",
        true,
        Direction.NEITHER,
        "not recognized before the defense, so that nothing shows whether it worked");

    private final String name;
    private final boolean asked;
    private final Direction direction;
    private final String fate;

    Group(String name, boolean asked, Direction direction, String fate) {
      this.name = name;
      this.asked = asked;
      this.direction = direction;
      this.fate = fate;
    }

    static Group of(boolean asked, boolean before, boolean after) {
      if (asked) {
        return !before ? UNKNOWN_BEFORE : after ? FAILED : CORRECTLY_FORGOTTEN;
      }
      return before == after ? UNCHANGED : before ? WRONGLY_FORGOTTEN : NEWLY_RECALLED;
    }

    Metric share() {
      String meaning = "Share of all people who %s that was %s.".formatted(whole(), fate);
      return new Metric("collateral." + name, Unit.SHARE, direction, role(), meaning);
    }

    Metric count() {
      String meaning = "People who %s and were %s.".formatted(whole(), fate);
      return new Metric("collateral." + name + ".count", Unit.COUNT, direction, meaning);
    }

    private Role role() {
      return !asked && direction == Direction.LOWER ? Role.COLLATERAL : Role.DETAIL;
    }

    private String whole() {
      return asked ? "asked to be forgotten" : "did not ask to be forgotten";
    }
  }
}
