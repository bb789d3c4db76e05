package dev.lethe.rules.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.lethe.rules.Offer;
import dev.lethe.rules.Product;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CoreTest {
  private static final String COUPLED = "dev.lethe.rules.core.coupled";
  private static final JavaClasses BAD = new ClassFileImporter().importPackages(COUPLED);

  /** Texts that name a method for a reason, as {@code class: text}. */
  private static final Set<String> ALLOWED = Set.of();

  @Test
  void theCoreUsesNoMethod() {
    Core.usesNoMethod("dev.lethe").check(Product.CLASSES);
  }

  @Test
  void theCoreKnowsNoMethodByName() throws Exception {
    MethodNames names = MethodNames.of(Offer.all());
    assertThat(names.groups()).hasSizeGreaterThanOrEqualTo(4);
    assertThat(names.hyphenated()).isNotEmpty();
    assertThat(Core.namings(Product.CLASSES, "dev.lethe", names))
        .as(
            "texts of the core that name a strategy, an attack, an evaluation, a recipe or a metric")
        .isEqualTo(ALLOWED);
  }

  @Test
  void aCoreThatUsesAMethodIsFound() {
    assertThat(Core.usesNoMethod(COUPLED).evaluate(BAD).getFailureReport().getDetails())
        .isNotEmpty()
        .allMatch(each -> each.contains("NamingReport"));
  }

  @Test
  void everyWayToNameAMethodIsFound() throws Exception {
    MethodNames names = new MethodNames(Set.of("text-thing"), Set.of("sight."));
    String report = COUPLED + ".report.NamingReport: ";

    assertThat(Core.namings(BAD, COUPLED, names))
        .containsExactlyInAnyOrder(
            report + "text-thing", report + "sight.top1", report + "sight.\u0001");
  }
}
