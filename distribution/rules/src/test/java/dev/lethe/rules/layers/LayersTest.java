package dev.lethe.rules.layers;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.lethe.rules.Product;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayersTest {
  private static final String TANGLE = "dev.lethe.rules.layers.tangle";

  private static final JavaClasses TANGLED = new ClassFileImporter().importPackages(TANGLE);

  @Test
  void dependenciesRunOneWay() {
    Layers.oneWay("dev.lethe").check(Product.CLASSES);
  }

  @Test
  void everyClassHasALayer() {
    Layers.everyClassHasALayer("dev.lethe").check(Product.CLASSES);
  }

  @Test
  void pluginsDoNotKnowEachOther() {
    Layers.pluginsAreStrangers("dev.lethe").check(Product.CLASSES);
  }

  @Test
  void noTwoPackagesNeedEachOther() {
    assertThat(PackageCycles.in(Product.CLASSES)).isEmpty();
  }

  @Test
  void aWrongDirectionIsFound() {
    assertThat(violations(Layers.oneWay(TANGLE))).anyMatch(each -> each.contains("Contract"));
  }

  @Test
  void aSiblingThatIsUsedIsFound() {
    assertThat(violations(Layers.oneWay(TANGLE))).anyMatch(each -> each.contains("Attacker"));
  }

  @Test
  void mainCodeThatUsesTheTestkitIsFound() {
    assertThat(violations(Layers.oneWay(TANGLE))).anyMatch(each -> each.contains("Runner"));
  }

  @Test
  void aClassOutsideTheLayersIsFound() {
    assertThat(violations(Layers.everyClassHasALayer(TANGLE)))
        .hasSize(2)
        .allMatch(each -> each.contains("tangle.stray"));
  }

  @Test
  void aPluginThatUsesAnotherIsFound() {
    assertThat(violations(Layers.pluginsAreStrangers(TANGLE))).hasSize(1);
  }

  @Test
  void twoPackagesThatNeedEachOtherAreFound() {
    assertThat(PackageCycles.in(TANGLED)).containsExactly(TANGLE + ".api <-> " + TANGLE + ".data");
  }

  private static List<String> violations(ArchRule rule) {
    return rule.evaluate(TANGLED).getFailureReport().getDetails();
  }
}
