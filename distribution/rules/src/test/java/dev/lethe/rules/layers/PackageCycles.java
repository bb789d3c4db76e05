package dev.lethe.rules.layers;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Packages that need each other. A package and those inside it are one subject, so that what they
 * know of each other does not count: a module's own package is the door to the rest of it.
 *
 * <p>ArchUnit's slices are not used: over all modules at once they overlook cycles (1.4.1).
 */
final class PackageCycles {
  private final Map<String, Set<String>> uses = new TreeMap<>();

  private PackageCycles(JavaClasses classes) {
    for (JavaClass each : classes) {
      for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
        add(each.getPackageName(), dependency.getTargetClass().getPackageName());
      }
    }
  }

  /** Returns every pair of packages that lead to each other, as {@code a <-> b}. */
  static List<String> in(JavaClasses classes) {
    PackageCycles cycles = new PackageCycles(classes);
    List<String> pairs = new ArrayList<>();
    for (String one : cycles.uses.keySet()) {
      for (String other : cycles.reachable(one)) {
        if (one.compareTo(other) < 0 && cycles.reachable(other).contains(one)) {
          pairs.add(one + " <-> " + other);
        }
      }
    }
    return pairs;
  }

  private void add(String user, String used) {
    if (!(user + ".").startsWith(used + ".") && !(used + ".").startsWith(user + ".")) {
      uses.computeIfAbsent(user, key -> new TreeSet<>()).add(used);
    }
  }

  private Set<String> reachable(String start) {
    Set<String> reached = new TreeSet<>();
    List<String> open = new ArrayList<>(uses.getOrDefault(start, Set.of()));
    while (!open.isEmpty()) {
      String next = open.remove(open.size() - 1);
      if (reached.add(next)) {
        open.addAll(uses.getOrDefault(next, Set.of()));
      }
    }
    return reached;
  }
}
