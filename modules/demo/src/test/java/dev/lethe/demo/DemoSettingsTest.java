package dev.lethe.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.UsageException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoSettingsTest {
  @Test
  void aNumberIsRead() {
    assertThat(DemoSettings.of(List.of("demo.world.members=12")).world().members()).isEqualTo(12);
  }

  @Test
  void aValueThatIsTooDeepOrContainsItselfIsRefusedInOneLine() {
    for (String value : List.of("[".repeat(20_000), "{a: ".repeat(90), "&a [[*a]]", "&a {b: *a}")) {
      assertThatThrownBy(() -> DemoSettings.of(List.of("demo.world.members=" + value)))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("demo.world.members=")
          .hasMessageNotContaining("\n")
          .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(1000));
    }
  }
}
