package dev.lethe.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.NotFoundException;
import dev.lethe.api.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArgumentsTest {
  @TempDir Path folder;

  @Test
  void readsValuesAndTheLinesOfFiles() throws IOException {
    Path names = Files.writeString(folder.resolve("names"), "Ada\n\nGrace\n");
    Arguments arguments = Arguments.of(List.of("count=3", "names=" + names, "rate=1e-4"));
    assertThat(arguments.number("count")).isEqualTo(3);
    assertThat(arguments.text("rate")).isEqualTo("1e-4");
    assertThat(arguments.lines("names")).containsExactly("Ada", "Grace");
  }

  @Test
  void saysWhatIsWrong() {
    Arguments arguments = Arguments.of(List.of("count=many", "names=nowhere"));
    assertThatThrownBy(() -> Arguments.of(List.of("count")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("'count'");
    assertThatThrownBy(() -> arguments.number("count"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("'many'");
    assertThatThrownBy(() -> arguments.text("rate"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("rate");
    assertThatThrownBy(() -> arguments.lines("names"))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("nowhere");
  }
}
