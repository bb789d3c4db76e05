package dev.lethe.rules.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import dev.lethe.rules.Constants;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What belongs to the core, and what it must not know. */
final class Core {
  private static final List<String> PACKAGES =
      List.of("engine", "report", "shell", "suite", "register");

  private static final List<String> OF_METHODS =
      List.of("defense", "attack", "evaluation", "forgetting", "poisoning", "plugin");

  private Core() {}

  /** No class of the core uses a class of a method or of a recipe. */
  static ArchRule usesNoMethod(String root) {
    return noClasses()
        .that()
        .resideInAnyPackage(below(root, PACKAGES))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(below(root, OF_METHODS));
  }

  /** Returns where the core names a method, as {@code class: text}. */
  static Set<String> namings(JavaClasses classes, String root, MethodNames names)
      throws IOException {
    Set<String> namings = new TreeSet<>();
    for (JavaClass type : classes) {
      if (PACKAGES.stream().anyMatch(each -> isIn(type, root + "." + each))) {
        for (String text : Constants.of(type)) {
          if (names.occurIn(text)) {
            namings.add(type.getName() + ": " + text);
          }
        }
      }
    }
    return namings;
  }

  private static boolean isIn(JavaClass type, String name) {
    return (type.getPackageName() + ".").startsWith(name + ".");
  }

  private static String[] below(String root, List<String> names) {
    return names.stream().map(name -> root + "." + name + "..").toArray(String[]::new);
  }
}
