package dev.lethe.api.attack;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Groups of people whose findings are summed up on their own. A person may be in several groups, or
 * in none.
 *
 * @param groups the names of the people of each group, by the group's name
 */
public record Cohorts(Map<String, Set<String>> groups) {

  /** The people who asked to be forgotten. */
  public static final String FORGOTTEN = "forgotten";

  /** The people who were in the training data, as far as is known. */
  public static final String MEMBERS = "members";

  /** The people who were not in the training data, as far as is known. */
  public static final String NON_MEMBERS = "non-members";

  /** The people whose faces a defense was given to keep them; there may be no such group. */
  public static final String RETAINED = "retained";

  /** Copies the groups. */
  public Cohorts {
    Map<String, Set<String>> copy = new LinkedHashMap<>();
    groups.forEach((name, people) -> copy.put(name, Set.copyOf(people)));
    groups = Map.copyOf(copy);
  }

  /** Returns no groups. */
  public static Cohorts none() {
    return new Cohorts(Map.of());
  }

  /** Returns these groups and another one, which replaces one of the same name. */
  public Cohorts with(String group, Collection<String> people) {
    Map<String, Set<String>> more = new LinkedHashMap<>(groups);
    more.put(group, Set.copyOf(people));
    return new Cohorts(more);
  }

  /** Returns the names of the people of a group; nobody where there is no such group. */
  public Set<String> of(String group) {
    return groups.getOrDefault(group, Set.of());
  }
}
