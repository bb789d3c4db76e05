package dev.lethe.defense;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/**
 * {@code x.mul(0.5f)} puts its number into a buffer that may be freed before the backward pass. No
 * code that takes part in training may call such a method, whether or not a gradient flows there.
 */
class NumberOperandTest {

  @Test
  void noOperationTakesANumber() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.lethe.tensor", "dev.lethe.clip", "dev.lethe.defense");
    assertThat(classes).hasSizeGreaterThan(60);
    noClasses().should().callMethodWhere(takesANumber()).check(classes);
  }

  @Test
  void theRuleSeesSuchACall() {
    JavaClasses offender = new ClassFileImporter().importClasses(Offender.class);
    assertThat(
            noClasses().should().callMethodWhere(takesANumber()).evaluate(offender).hasViolation())
        .isTrue();
  }

  private static DescribedPredicate<JavaMethodCall> takesANumber() {
    return DescribedPredicate.describe(
        "takes a number as an operand of an array",
        call ->
            call.getTargetOwner().isAssignableTo(NDArray.class)
                && call.getTarget().getRawParameterTypes().stream()
                    .anyMatch(type -> type.isEquivalentTo(Number.class)));
  }

  private static final class Offender {
    NDArray halve(NDArray array) {
      return array.mul(0.5f);
    }
  }
}
