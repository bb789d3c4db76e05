package dev.lethe.rules.completeness;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.lethe.api.plugin.Summary;
import dev.lethe.api.settings.Setting;
import dev.lethe.rules.Offer;
import dev.lethe.rules.Product;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SentencesTest {

  @Test
  void everySettingIsExplained() throws IOException, ReflectiveOperationException {
    Set<Class<? extends Record>> records = new HashSet<>();
    for (JavaClass each : Product.CLASSES) {
      if (each.getSimpleName().endsWith("Settings") && each.isRecord()) {
        records.add(each.reflect().asSubclass(Record.class));
      }
    }
    for (Offer offer : Offer.all()) {
      if (offer.binding().settings() != null) {
        records.add(offer.binding().settings());
      }
    }
    assertThat(records).hasSizeGreaterThan(15);
    assertThat(records).flatMap(Sentences::faults).isEmpty();
  }

  @Test
  void everyExtensionSaysWhatItDoes() throws IOException, ReflectiveOperationException {
    List<String> faults = new ArrayList<>();
    for (Offer offer : Offer.all()) {
      faults.addAll(Sentences.summaryFaults(offer.binding().implementation()));
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void whatIsNotExplainedIsFound() {
    record Terse(
        int none,
        @Setting("") int blank,
        @Setting("how many steps") int phrase,
        @Setting("How many steps there are.") int good) {}
    assertThat(Sentences.faults(Terse.class))
        .containsExactly(
            "Terse.none has no @Setting",
            "Terse.blank is not explained by a sentence: ''",
            "Terse.phrase is not explained by a sentence: 'how many steps'");
  }

  @Test
  void anImplementationWithoutASummaryIsFound() {
    class Silent {}
    @Summary("things")
    class Mumbling {}
    assertThat(Sentences.summaryFaults(Silent.class)).containsExactly("Silent has no @Summary");
    assertThat(Sentences.summaryFaults(Mumbling.class)).hasSize(1);
  }
}
