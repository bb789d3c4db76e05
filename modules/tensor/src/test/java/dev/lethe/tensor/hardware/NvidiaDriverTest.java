package dev.lethe.tensor.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NvidiaDriverTest {
  @TempDir Path root;

  @Test
  void aMachineWithoutOneHasNoTraces() {
    NvidiaDriver driver = NvidiaDriver.in(root, root.toString());
    assertThat(driver.isPresent()).isFalse();
    assertThat(driver.version()).isNull();
    assertThat(driver.models()).isEmpty();
  }

  @Test
  void versionAndModelsAreReadFromItsFiles() throws IOException {
    write(
        "proc/driver/nvidia/version",
        "NVRM version: NVIDIA UNIX x86_64 Kernel Module  550.54.15  Tue Mar  5 22:23:56 UTC 2024\n"
            + "GCC version:  gcc version 11.4.0\n");
    write("proc/driver/nvidia/gpus/0000:17:00.0/information", "Model: \t\t NVIDIA H200\nIRQ: 5\n");
    write("proc/driver/nvidia/gpus/0000:03:00.0/information", "Model: \t\t NVIDIA L4\n");
    NvidiaDriver driver = NvidiaDriver.in(root, "");
    assertThat(driver.isPresent()).isTrue();
    assertThat(driver.version()).isEqualTo("550.54.15");
    assertThat(driver.models()).containsExactly("NVIDIA L4", "NVIDIA H200");
  }

  @Test
  void theOpenKernelModuleIsUnderstoodToo() throws IOException {
    write(
        "proc/driver/nvidia/version",
        "NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  570.86.10  Release Build\n");
    assertThat(NvidiaDriver.in(root, "").version()).isEqualTo("570.86.10");
  }

  @Test
  void aDeviceOrAToolOnThePathIsATrace() throws IOException {
    write("bin/nvidia-smi", "");
    String path = root.resolve("none") + File.pathSeparator + root.resolve("bin");
    assertThat(NvidiaDriver.in(root, path).traces())
        .containsExactly(root.resolve("bin/nvidia-smi").toString());
    write("dev/nvidia0", "");
    assertThat(NvidiaDriver.in(root, "").traces())
        .containsExactly(root.resolve("dev/nvidia0").toString());
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
