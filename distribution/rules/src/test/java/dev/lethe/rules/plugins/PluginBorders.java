package dev.lethe.rules.plugins;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import dev.lethe.rules.Constants;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/** What stands between a plugin and the rest, so that its jar may come and go. */
final class PluginBorders {
  private PluginBorders() {}

  /**
   * A plugin touches no package that is not exported to everybody.
   *
   * @param open the packages that are
   */
  static ArchRule touchOnlyWhatIsOpen(String root, Set<String> open) {
    return noClasses()
        .that()
        .resideInAPackage(root + ".plugin..")
        .should()
        .dependOnClassesThat(
            resideInAPackage(root + "..")
                .and(describe("of Lethe", type -> !isOfPlugin(type, root)))
                .and(describe("not exported", type -> !open.contains(type.getPackageName()))));
  }

  /** No class outside plugins uses one of them. */
  static ArchRule areUsedByNobody(String root) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(root + ".plugin..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(root + ".plugin..");
  }

  /** Returns where a class outside plugins names what one offers, as {@code class: text}. */
  static Set<String> namings(JavaClasses classes, String root, Set<String> names)
      throws IOException {
    Set<String> namings = new TreeSet<>();
    for (JavaClass type : classes) {
      if (!isOfPlugin(type, root)) {
        for (String text : Constants.of(type)) {
          if (names.contains(text)) {
            namings.add(type.getName() + ": " + text);
          }
        }
      }
    }
    return namings;
  }

  private static boolean isOfPlugin(JavaClass type, String root) {
    return type.getPackageName().startsWith(root + ".plugin.");
  }
}
