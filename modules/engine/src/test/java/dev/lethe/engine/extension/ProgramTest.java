package dev.lethe.engine.extension;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.testkit.InProcessExtensions;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgramTest {
  private final InProcessExtensions registry = new InProcessExtensions(List.of());

  @Test
  void resultsOfAnotherVersionOfALibraryAreNotTakenForItsOwn() {
    Program program = Program.of(registry, List.of(), List.of("PyTorch 2.7.1", "DJL 0.36.0"));
    Program updated = Program.of(registry, List.of(), List.of("PyTorch 2.8.0", "DJL 0.36.0"));

    assertThat(updated.identity()).isNotEqualTo(program.identity());
    assertThat(updated.foundation()).isNotEqualTo(program.foundation());
  }

  @Test
  void equalCodeHasOneIdentity() {
    assertThat(Program.of(registry, List.of(), List.of("PyTorch 2.7.1")))
        .isEqualTo(Program.of(registry, List.of(), List.of("PyTorch 2.7.1")));
  }
}
