package dev.lethe.rules.layers;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.ArrayList;
import java.util.List;

/** Which way dependencies run. */
final class Layers {
  private static final String TESTKIT = "testkit";
  private static final String RECIPEKIT = "recipekit";

  /** From below to above; those of one level do not see each other. */
  private static final List<List<String>> LEVELS =
      List.of(
          List.of("api"),
          List.of("io"),
          List.of("tensor", "image"),
          List.of(
              "clip",
              "data",
              "defense",
              "attack",
              "evaluation",
              "report",
              "fetch",
              "scaffold",
              "plugin",
              TESTKIT),
          List.of("engine"),
          List.of("forgetting", RECIPEKIT),
          List.of("demo", "suite"),
          List.of("shell"),
          List.of("launcher", "runtime"));

  private Layers() {}

  /** A layer uses what is below it only; the testkit and the recipekit are for tests. */
  static ArchRule oneWay(String root) {
    LayeredArchitecture layers =
        layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage(root + "..")
            .withOptionalLayers(true);
    for (List<String> level : LEVELS) {
      for (String name : level) {
        layers = layers.layer(name).definedBy(root + "." + name + "..");
      }
    }
    List<String> below = new ArrayList<>();
    for (List<String> level : LEVELS) {
      for (String name : level) {
        layers =
            below.isEmpty()
                ? layers.whereLayer(name).mayNotAccessAnyLayer()
                : layers.whereLayer(name).mayOnlyAccessLayers(below.toArray(String[]::new));
      }
      below.addAll(level);
    }
    return layers
        .whereLayer(TESTKIT)
        .mayOnlyBeAccessedByLayers(RECIPEKIT)
        .whereLayer(RECIPEKIT)
        .mayNotBeAccessedByAnyLayer();
  }

  /** No class is outside the layers, where the rule above would not see it. */
  static ArchRule everyClassHasALayer(String root) {
    return classes()
        .should()
        .resideInAnyPackage(
            LEVELS.stream()
                .flatMap(List::stream)
                .map(name -> root + "." + name + "..")
                .toArray(String[]::new));
  }

  /** Plugins are siblings too: each may be removed without another one noticing. */
  static ArchRule pluginsAreStrangers(String root) {
    return slices()
        .matching(root + ".plugin.(*)..")
        .should()
        .notDependOnEachOther()
        .allowEmptyShould(true);
  }
}
