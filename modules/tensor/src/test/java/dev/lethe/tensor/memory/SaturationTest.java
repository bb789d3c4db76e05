package dev.lethe.tensor.memory;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import org.junit.jupiter.api.Test;

class SaturationTest {

  @Test
  void aProcessorIsBusyWithWhatItsCacheHolds() {
    assertThat(Saturation.of(Device.cpu()).textTokens()).isEqualTo(1024);
    assertThat(Saturation.of(Device.cpu()).pictureTokens()).isEqualTo(2048);
  }

  @Test
  void everyGpuWantsMoreOfEverything() {
    Saturation gpu = Saturation.of(Device.gpu(1));
    assertThat(gpu).isEqualTo(Saturation.of(Device.gpu()));
    assertThat(gpu.textTokens()).isEqualTo(32_768);
    assertThat(gpu.pictureTokens() / 50).isEqualTo(256);
    assertThat(gpu.mapValues()).isEqualTo(16 * Saturation.PROCESSOR.mapValues());
    assertThat(gpu.texts()).isGreaterThan(Saturation.PROCESSOR.texts());
    assertThat(gpu.rows()).isGreaterThan(Saturation.PROCESSOR.rows());
  }
}
