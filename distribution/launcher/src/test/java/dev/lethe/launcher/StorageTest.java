package dev.lethe.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageTest {
  @TempDir Path temporary;

  /** A process that keeps its folder until its input ends, or it is killed. */
  static final class Holder {
    public static void main(String[] args) throws IOException {
      try (Storage storage = Storage.create(Path.of(args[0]))) {
        Files.writeString(storage.folder().resolve("bundle"), "content");
        System.out.println(storage.folder());
        System.in.read();
      }
    }
  }

  @Test
  void aFolderIsThereForItsOwnerAloneUntilItIsClosed() throws IOException {
    try (Storage storage = Storage.create(temporary)) {
      assertThat(storage.folder()).isEmptyDirectory().hasParent(temporary);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(storage.folder())))
          .isEqualTo("rwx------");
      Files.createDirectories(storage.folder().resolve("bundle1/data"));
    }
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void whatAKilledProcessLeftIsRemovedByTheNextButNotWhatARunningOneUses() throws Exception {
    Process running = holder();
    Process killed = holder();
    try {
      Path used = folder(running);
      Path left = folder(killed);
      killed.destroyForcibly().waitFor();
      assertThat(left.resolve("bundle")).exists();
      try (Storage next = Storage.create(temporary)) {
        assertThat(left).doesNotExist();
        assertThat(used.resolve("bundle")).exists();
        assertThat(next.folder()).exists();
      }
      running.getOutputStream().close();
      assertThat(running.waitFor()).isZero();
      assertThat(temporary).isEmptyDirectory();
    } finally {
      running.destroyForcibly();
      killed.destroyForcibly();
    }
  }

  @Test
  void twoOfOneProcessDoNotDisturbEachOther() throws IOException {
    try (Storage first = Storage.create(temporary);
        Storage second = Storage.create(temporary)) {
      assertThat(first.folder()).exists().isNotEqualTo(second.folder());
    }
    assertThat(temporary).isEmptyDirectory();
  }

  /** A process that starts over and over. */
  static final class Starter {
    private static final int STARTS = 500;

    public static void main(String[] args) throws IOException {
      for (int i = 0; i < STARTS; i++) {
        Storage.create(Path.of(args[0])).close();
      }
    }
  }

  @Test
  void aStartWhoseLockAnotherTakesForALeftoverGoesOn() throws Exception {
    List<Process> starters = List.of(java(Starter.class), java(Starter.class), java(Starter.class));
    for (Process starter : starters) {
      assertThat(starter.waitFor()).isZero();
    }
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void whatOnlyLooksLikeALeftoverStays() throws IOException {
    Path target = Files.createDirectory(temporary.resolve("precious"));
    Files.createSymbolicLink(temporary.resolve("lethe-cache-1-2.lock"), target);
    Files.createDirectory(temporary.resolve("lethe-cache-1-3"));
    Storage.create(temporary).close();
    assertThat(target).exists();
    assertThat(temporary.resolve("lethe-cache-1-3")).exists();
  }

  @Test
  void aLinkInALeftoverIsRemovedAndNotFollowed() throws IOException {
    Path precious = Files.writeString(temporary.resolve("precious"), "content");
    Path left = Files.createDirectory(temporary.resolve("lethe-cache-1-2"));
    Files.createSymbolicLink(left.resolve("link"), temporary);
    Files.createFile(temporary.resolve("lethe-cache-1-2.lock"));
    Storage.create(temporary).close();
    assertThat(left).doesNotExist();
    assertThat(precious).exists();
  }

  @Test
  void whatAProcessOfTheSameNumberLeftIsRemoved() throws IOException {
    String left = "lethe-cache-%d-1-2".formatted(ProcessHandle.current().pid());
    Files.createDirectories(temporary.resolve(left).resolve("bundle1"));
    Files.createFile(temporary.resolve(left + ".lock"));
    Storage.create(temporary).close();
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void aFolderWhoseContentNobodyMayListIsGoodEnough() throws IOException {
    Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("-wx------"));
    try (Storage storage = Storage.create(temporary)) {
      assertThat(storage.folder()).exists();
    } finally {
      Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx------"));
    }
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void whereNothingCanBeWrittenAnotherFolderIsAskedFor() {
    Path missing = temporary.resolve("missing");
    assertThatThrownBy(() -> Storage.create(missing))
        .hasMessageStartingWith("cannot write to the temporary folder %s (there is no ", missing)
        .hasMessageEndingWith("name another with LETHE_JAVA_OPTS=-Djava.io.tmpdir=FOLDER");
  }

  private Process holder() throws IOException {
    return java(Holder.class);
  }

  private Process java(Class<?> main) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin/java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            main.getName(),
            temporary.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static Path folder(Process process) {
    try {
      return Path.of(
          new BufferedReader(
                  new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
              .readLine());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
