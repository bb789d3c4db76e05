package dev.lethe.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TorchLibraryTest {

  @Test
  void tellsWhatIsLoaded() {
    TorchLibrary library = TorchLibrary.load();
    assertThat(library.version()).startsWith("2.7.1");
    assertThat(library.folder()).isDirectoryContaining("glob:**torch_cpu*");
    assertThat(library.threads()).isPositive();
    assertThat(library.gpus().isEmpty()).isEqualTo(!library.features().contains("CUDA"));
  }
}
