package dev.lethe.rules.layers;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;

/** What no class does, wherever it is. */
final class Habits {
  private Habits() {}

  static ArchRule namesSayWhatAClassIs() {
    return noClasses().should().haveNameMatching(".*(Utils?|Helpers?|Manager)");
  }

  /** Output belongs to the command, which knows whether a person or a program reads it. */
  static ArchRule onlyConsolesPrint(String... consoles) {
    return noClasses()
        .that(not(resideInAnyPackage(consoles)))
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(Throwable.class, "printStackTrace");
  }

  static ArchRule logsGoThroughSlf4j() {
    return noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging..");
  }

  /** Static state would outlive a run, and keep the class loader of a removed plugin alive. */
  static ArchRule staticsAreFinal() {
    return fields().that().areStatic().should().beFinal();
  }

  static ArchRule settingsArePublicRecords() {
    return classes()
        .that()
        .haveSimpleNameEndingWith("Settings")
        .should()
        .beRecords()
        .andShould()
        .bePublic();
  }
}
