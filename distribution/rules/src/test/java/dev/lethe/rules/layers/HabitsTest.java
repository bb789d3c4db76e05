package dev.lethe.rules.layers;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.lethe.rules.Product;
import dev.lethe.rules.layers.tangle.stray.LooseSettings;
import dev.lethe.rules.layers.tangle.stray.StrayUtils;
import java.util.List;
import org.junit.jupiter.api.Test;

class HabitsTest {
  private static final String[] CONSOLES = {
    "dev.lethe.shell..", "dev.lethe.launcher..", "dev.lethe.runtime.."
  };
  private static final JavaClasses BAD =
      new ClassFileImporter().importClasses(StrayUtils.class, LooseSettings.class);

  @Test
  void namesSayWhatAClassIs() {
    Habits.namesSayWhatAClassIs().check(Product.CLASSES);
    assertThat(violations(Habits.namesSayWhatAClassIs())).hasSize(1);
  }

  @Test
  void onlyConsolesPrint() {
    Habits.onlyConsolesPrint(CONSOLES).check(Product.CLASSES);
    assertThat(violations(Habits.onlyConsolesPrint(CONSOLES))).hasSize(2);
  }

  @Test
  void logsGoThroughSlf4j() {
    Habits.logsGoThroughSlf4j().check(Product.CLASSES);
    assertThat(violations(Habits.logsGoThroughSlf4j())).isNotEmpty();
  }

  @Test
  void nothingStaticChanges() {
    Habits.staticsAreFinal().check(Product.CLASSES);
    assertThat(violations(Habits.staticsAreFinal())).hasSize(1);
  }

  @Test
  void settingsArePublicRecords() {
    Habits.settingsArePublicRecords().check(Product.CLASSES);
    assertThat(violations(Habits.settingsArePublicRecords())).hasSize(1);
  }

  private static List<String> violations(ArchRule rule) {
    return rule.evaluate(BAD).getFailureReport().getDetails();
  }
}
