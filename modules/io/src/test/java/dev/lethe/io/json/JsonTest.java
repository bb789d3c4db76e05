package dev.lethe.io.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.LetheException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class JsonTest {
  @TempDir private Path folder;

  @Test
  void aFileOfAnyLengthIsNotReadIntoMemory() throws IOException {
    Path file = folder.resolve("huge.json");
    try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
      huge.setLength(1L << 40);
    }
    assertThatThrownBy(() -> Json.read(file))
        .isInstanceOf(LetheException.class)
        .hasMessage(file + " is damaged: it has more than 134217728 bytes");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void whatNeverEndsIsNotOpened() {
    assertThatThrownBy(() -> Json.read(Path.of("/dev/zero")))
        .isInstanceOf(LetheException.class)
        .hasMessage("/dev/zero is damaged: it is a device, a pipe or a socket");
  }

  @Test
  void whatIsNotThereIsSaid() {
    assertThatThrownBy(() -> Json.read(folder.resolve("no")))
        .hasMessage("cannot read %s: there is no such file or folder", folder.resolve("no"));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aRecordIsWrittenByItsComponentsAlone() {
    assertThat(Json.canonical(new Measured(3))).isEqualTo("{\"most-people\":3}");
  }

  /** Answers a question beside what it holds. */
  public record Measured(int mostPeople) {
    public boolean isSomebody() {
      return mostPeople > 0;
    }
  }
}
