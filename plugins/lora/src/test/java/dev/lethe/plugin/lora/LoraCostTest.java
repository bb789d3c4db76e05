package dev.lethe.plugin.lora;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.api.defense.Adaptation;
import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.method.Workload;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.ModelInfo;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.settings.ByteSize;
import dev.lethe.testkit.TestRunContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoraCostTest {
  private static final long MEGABYTES = 1_000_000;

  /** Of CLIP ViT-B/32. */
  private static final Workload WORKLOAD =
      new Workload(
          new ModelInfo(
              VisionLanguageModel.class,
              Set.of(Component.TEXT, Component.IMAGE),
              List.of(),
              List.of(),
              false),
          605 * MEGABYTES,
          8,
          10_000,
          8,
          0,
          0);

  private final TestRunContext run = new TestRunContext(0);

  @AfterEach
  void free() {
    run.close();
  }

  @Test
  void whatIsTrainedOfATowerOfTwelveBlocksIsEstimatedFromItsSize() {
    Adaptation lora =
        Plugins.RUN.open(run).create(Adaptation.class, "lora", Map.of("rank", 4), "adaptation");
    long blocks = 12L * 12 * 512 * 512 * Float.BYTES;
    assertThat(lora.trained(new ByteSize(blocks)).bytes()).isEqualTo(4L * 18 * 512 * 12 * 4);
    assertThat(lora.trained(new ByteSize(100)).bytes()).isLessThanOrEqualTo(100);
  }

  @Test
  void theCostIsThatOfWhatIsTrained() {
    long full = memory("text-backdoor", Map.of());
    long lora = memory("text-lora", Map.of("adaptation", Map.of("rank", 4)));
    assertThat(full).isEqualTo(4 * 605 * MEGABYTES / 2);
    assertThat(lora).isBetween(full / 2, full * 52 / 100);
  }

  private long memory(String strategy, Map<String, Object> settings) {
    return Plugins.RUN
        .open(run)
        .create(BackdoorStrategy.class, strategy, settings, "defense.settings")
        .cost(WORKLOAD)
        .memory()
        .bytes();
  }
}
