package dev.lethe.system;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DependencyDirectionIT {
  private static final List<String> SIBLINGS =
      List.of("clip", "data", "defense", "attack", "evaluation", "plugin");
  private static final int FEWEST = 8;

  private static JavaClasses classes;

  @BeforeAll
  static void read() {
    classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.lethe");
  }

  @Test
  void enoughWasSeenOfEveryPart() {
    for (String part : List.of("api", "tensor", "clip", "data", "experiment", "demo", "shell")) {
      assertThat(classes.stream().filter(c -> isIn(c, part)).count())
          .as(part)
          .isGreaterThanOrEqualTo(FEWEST);
    }
    for (String part : List.of("defense", "attack", "evaluation", "plugin", "runtime")) {
      assertThat(classes.stream().anyMatch(c -> isIn(c, part))).as(part).isTrue();
    }
  }

  @Test
  void dependenciesRunOneWay() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("dev.lethe..")
        .layer("api")
        .definedBy("dev.lethe.api..")
        .layer("tensor")
        .definedBy("dev.lethe.tensor..")
        .layer("siblings")
        .definedBy(SIBLINGS.stream().map(s -> "dev.lethe." + s + "..").toArray(String[]::new))
        .layer("experiment")
        .definedBy("dev.lethe.experiment..")
        .layer("demo")
        .definedBy("dev.lethe.demo..")
        .layer("shell")
        .definedBy("dev.lethe.shell..")
        .layer("runtime")
        .definedBy("dev.lethe.runtime..")
        .layer("tests")
        .definedBy("dev.lethe.testkit..", "dev.lethe.system..")
        .whereLayer("api")
        .mayNotAccessAnyLayer()
        .whereLayer("tensor")
        .mayOnlyAccessLayers("api")
        .whereLayer("siblings")
        .mayOnlyAccessLayers("api", "tensor")
        .whereLayer("experiment")
        .mayOnlyAccessLayers("api", "tensor")
        .whereLayer("demo")
        .mayOnlyAccessLayers("api", "tensor", "experiment")
        .whereLayer("shell")
        .mayOnlyAccessLayers("api", "tensor", "experiment", "demo")
        .whereLayer("runtime")
        .mayOnlyAccessLayers("api")
        .check(classes);
  }

  @Test
  void siblingsDoNotKnowEachOther() {
    slices()
        .matching("dev.lethe.(clip|data|defense|attack|evaluation|plugin)..")
        .should()
        .notDependOnEachOther()
        .check(classes);
  }

  @Test
  void partsAreFreeOfCyclesInside() {
    for (String part : List.of("tensor", "clip", "data", "defense", "experiment", "shell")) {
      slices().matching("dev.lethe." + part + ".(*)..").should().beFreeOfCycles().check(classes);
    }
  }

  private static boolean isIn(JavaClass type, String part) {
    return type.getPackageName().startsWith("dev.lethe." + part);
  }
}
