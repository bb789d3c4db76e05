package dev.lethe.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ProductTest {

  @Test
  void everyModuleWithMainCodeIsHeldToTheRules() throws IOException {
    assertThat(Product.modules())
        .extracting(BuiltModule::folder)
        .as("a module that is missing here is missing in distribution/rules/pom.xml")
        .containsExactlyInAnyOrderElementsOf(Product.folders());
  }

  @Test
  void enoughClassesAreSeenForTheRulesToMeanSomething() {
    assertThat(Product.modules()).hasSizeGreaterThanOrEqualTo(14);
    for (BuiltModule module : Product.modules()) {
      assertThat(Product.CLASSES)
          .as(module.name())
          .filteredOn(each -> isOf(module, each))
          .hasSizeGreaterThanOrEqualTo(2);
    }
    assertThat(Product.CLASSES.size()).isGreaterThan(400);
  }

  private static boolean isOf(BuiltModule module, JavaClass each) {
    return each.getSource()
        .orElseThrow()
        .getUri()
        .getSchemeSpecificPart()
        .contains(module.output().toString());
  }
}
