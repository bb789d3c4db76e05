package dev.lethe.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import dev.lethe.api.UsageException;
import dev.lethe.api.model.Precision;
import dev.lethe.tensor.hardware.NvidiaDriver;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DevicesTest {
  private static final NvidiaDriver NO_DRIVER = new NvidiaDriver(List.of(), null, List.of());
  private static final NvidiaDriver DRIVER =
      new NvidiaDriver(List.of("/dev/nvidia0"), "535.1", List.of("A GPU"));

  private static TorchLibrary library(boolean cuda, int gpus) {
    return new TorchLibrary(
        "2.7.1",
        "0.35.1",
        Path.of("lib"),
        cuda,
        Set.of(),
        1,
        IntStream.range(0, gpus).mapToObj(Gpu::unknown).toList());
  }

  @Test
  void cpuIsTheProcessor() {
    assertThat(Devices.parse("cpu")).isEqualTo(Device.cpu());
  }

  @Test
  void autoTakesCudaOnlyWhereThereIsOne() {
    assertThat(Devices.parse("auto").isGpu()).isEqualTo(!TorchLibrary.load().gpus().isEmpty());
    assertThat(Devices.choose("auto", library(true, 2), DRIVER)).isEqualTo(Device.gpu(0));
  }

  @Test
  void aCudaDeviceThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> Devices.parse("cuda:99"))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("device cuda:99 ")
        .hasMessageContaining("device=cpu");
  }

  @Test
  void aNumberBeyondTheLastIsToldWhatThereIs() {
    assertThat(Devices.choose("cuda:1", library(true, 2), DRIVER)).isEqualTo(Device.gpu(1));
    assertThatThrownBy(() -> Devices.choose("cuda:7", library(true, 2), DRIVER))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "device cuda:7 is not there: PyTorch finds cuda:0 to cuda:1; use one of these, or"
                + " device=cpu");
    assertThatThrownBy(() -> Devices.choose("cuda:1", library(true, 1), DRIVER))
        .hasMessageContaining("PyTorch finds cuda:0; use");
  }

  @Test
  void aMachineWithoutAGpuIsToldSo() {
    assertThatThrownBy(() -> Devices.choose("cuda", library(false, 0), NO_DRIVER))
        .hasMessage(
            "device cuda cannot be used: no NVIDIA driver was found on this machine; or use"
                + " device=cpu");
  }

  @Test
  void aGpuWithoutALibraryForItIsToldWhereToGetOne() {
    assertThatThrownBy(() -> Devices.choose("cuda", library(false, 0), DRIVER))
        .hasMessageContaining("/dev/nvidia0")
        .hasMessageContaining("built for the processor alone")
        .hasMessageContaining("tools/cuda/fetch");
    assertThat(Devices.choose("auto", library(false, 0), DRIVER)).isEqualTo(Device.cpu());
  }

  @Test
  void aLibraryThatFindsNoGpuIsAskedAboutItsDriver() {
    assertThatThrownBy(() -> Devices.choose("cuda", library(true, 0), DRIVER))
        .hasMessageContaining("is the driver 535.1 new enough");
  }

  @Test
  void tf32IsRefusedWhereItWouldNotBeTheDevicesOrTheProcesss() {
    assertThatThrownBy(() -> Devices.requirePrecision(Device.cpu(), Precision.TF32, true))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("use precision=fp32");
    assertThatThrownBy(() -> Devices.requirePrecision(Device.gpu(), Precision.TF32, false))
        .hasMessageContaining("precision=tf32 on the command line");
    Devices.requirePrecision(Device.gpu(), Precision.TF32, true);
  }

  @Test
  void aMoreExactPrecisionIsRefusedWhereTheProcessUsesTf32() {
    for (Precision exact : List.of(Precision.FP32, Precision.BF16)) {
      assertThatThrownBy(() -> Devices.requirePrecision(Device.gpu(), exact, true))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("unset it");
      Devices.requirePrecision(Device.gpu(), exact, false);
      Devices.requirePrecision(Device.cpu(), exact, true);
    }
  }

  @Test
  void anUnknownDeviceIsRefused() {
    assertThatThrownBy(() -> Devices.parse("gpu"))
        .isInstanceOf(UsageException.class)
        .hasMessage("device must be auto, cpu, cuda or cuda:<number> (got 'gpu')");
  }
}
