package dev.lethe.tensor.memory;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import org.junit.jupiter.api.Test;

class DeviceBatchLimitsTest {

  @Test
  void aProcessorIsBusyWithWhatItsCacheHolds() {
    assertThat(DeviceBatchLimits.of(Device.cpu()).textTokens()).isEqualTo(1024);
    assertThat(DeviceBatchLimits.of(Device.cpu()).pictureTokens()).isEqualTo(2048);
  }

  @Test
  void everyGpuWantsMoreOfEverything() {
    DeviceBatchLimits gpu = DeviceBatchLimits.of(Device.gpu(1));
    assertThat(gpu).isEqualTo(DeviceBatchLimits.of(Device.gpu()));
    assertThat(gpu.textTokens()).isEqualTo(32_768);
    assertThat(gpu.pictureTokens() / 50).isEqualTo(256);
    assertThat(gpu.mapValues()).isEqualTo(16 * DeviceBatchLimits.PROCESSOR.mapValues());
    assertThat(gpu.texts()).isGreaterThan(DeviceBatchLimits.PROCESSOR.texts());
    assertThat(gpu.rows()).isGreaterThan(DeviceBatchLimits.PROCESSOR.rows());
  }
}
