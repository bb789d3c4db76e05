package dev.lethe.rules.completeness;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Collection;
import java.util.List;

/** Finds classes that were written and are nowhere named. */
final class UntestedImplementations {
  private UntestedImplementations() {}

  /**
   * Returns the names of concrete classes that implement one of some types and are not known.
   *
   * @param known names of classes
   */
  static List<String> among(
      JavaClasses classes, Collection<Class<?>> types, Collection<String> known) {
    return classes.stream()
        .filter(each -> !each.isInterface() && !each.getModifiers().contains(JavaModifier.ABSTRACT))
        .filter(each -> types.stream().anyMatch(each::isAssignableTo))
        .map(JavaClass::getName)
        .filter(name -> !known.contains(name))
        .sorted()
        .toList();
  }
}
