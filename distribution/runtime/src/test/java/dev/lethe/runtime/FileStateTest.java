package dev.lethe.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FileStateTest {
  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

  @TempDir Path folder;

  @Test
  void anUntouchedFileHasTheSameState() throws IOException {
    Path file = file("a.jar", "one");
    assertThat(FileState.of(file)).isEqualTo(FileState.of(file));
    assertThat(FileState.of(file).problem()).isNull();
    assertThat(FileState.of(file).isSettled()).isTrue();
  }

  @Test
  void anotherSizeIsAnotherState() throws IOException {
    Path file = file("a.jar", "one");
    FileState before = FileState.of(file);
    file("a.jar", "three");
    assertThat(FileState.of(file)).isNotEqualTo(before);
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aFileOfTheSameSizeAndTimeMovedIntoPlaceIsAnotherState() throws IOException {
    Path file = file("a.jar", "one");
    FileState before = FileState.of(file);
    Files.move(file("b.jar", "two"), file, StandardCopyOption.REPLACE_EXISTING);
    assertThat(FileState.of(file)).isNotEqualTo(before);
  }

  @Test
  void aTimeInTheFutureDelaysNothing() {
    assertThat(new FileState(1, Long.MAX_VALUE / 2, null, null).isSettled()).isTrue();
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void whatIsNoFileSaysWhatItIs() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link.jar"), Path.of("nowhere"));
    assertThat(FileState.of(link).problem()).isEqualTo("it is a link that leads nowhere");
    assertThat(FileState.of(folder).problem()).isEqualTo("it is a folder");
    assertThat(FileState.of(Path.of("/dev/null")).problem())
        .isEqualTo("it is a device, a pipe or a socket");
  }

  private Path file(String name, String content) throws IOException {
    Path file = Files.writeString(folder.resolve(name), content);
    return Files.setLastModifiedTime(file, LONG_AGO);
  }
}
