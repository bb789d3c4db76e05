package dev.lethe.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import dev.lethe.api.UsageException;
import org.junit.jupiter.api.Test;

class DevicesTest {

  @Test
  void cpuIsTheProcessor() {
    assertThat(Devices.parse("cpu")).isEqualTo(Device.cpu());
  }

  @Test
  void autoTakesCudaOnlyWhereThereIsOne() {
    boolean cuda = TorchEngine.start().getGpuCount() > 0;
    assertThat(Devices.parse("auto").isGpu()).isEqualTo(cuda);
  }

  @Test
  void aCudaDeviceThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> Devices.parse("cuda:99"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("device cuda:99 is not there")
        .hasMessageContaining("device=cpu");
  }

  @Test
  void anUnknownDeviceIsRefused() {
    assertThatThrownBy(() -> Devices.parse("gpu"))
        .isInstanceOf(UsageException.class)
        .hasMessage("device must be auto, cpu, cuda or cuda:<number> (got 'gpu')");
  }
}
