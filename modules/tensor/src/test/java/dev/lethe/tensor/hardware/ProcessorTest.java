package dev.lethe.tensor.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessorTest {
  @TempDir Path root;

  @Test
  void modelAndFeaturesAreThoseOfTheKernel() throws IOException {
    Files.createDirectories(root.resolve("proc"));
    Files.writeString(
        root.resolve("proc/cpuinfo"),
        "processor\t: 0\nmodel name\t: Some CPU\nflags\t\t: fpu avx2 sse fma avx512_bf16\n\n"
            + "processor\t: 1\nmodel name\t: Some CPU\n");
    Processor processor = Processor.in(root);
    assertThat(processor.model()).isEqualTo("Some CPU");
    assertThat(processor.features()).containsExactly("avx2", "fma", "avx512_bf16");
    assertThat(processor.logical()).isPositive();
  }

  @Test
  void aSystemThatTellsNothingHasAnArchitectureAtLeast() {
    assertThat(Processor.in(root).model()).isEqualTo(System.getProperty("os.arch"));
    assertThat(Processor.in(root).features()).isEmpty();
  }
}
