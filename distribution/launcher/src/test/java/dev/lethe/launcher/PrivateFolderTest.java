package dev.lethe.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs({OS.LINUX, OS.MAC})
class PrivateFolderTest {
  @TempDir Path folder;

  @Test
  void aFolderBelongsToItsOwnerAlone() throws IOException {
    Path made = folder.resolve("mine");
    PrivateFolder.create(made);
    assertThat(permissions(made)).isEqualTo("rwx------");
  }

  @Test
  void soDoThoseAboveItThatWereNotThereWhileOthersStayAsTheyAre() throws IOException {
    Path shared = Files.createDirectory(folder.resolve("shared"));
    Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxr-xr-x"));
    PrivateFolder.createAll(shared.resolve("a/b"));
    assertThat(permissions(shared.resolve("a/b"))).isEqualTo("rwx------");
    assertThat(permissions(shared.resolve("a"))).isEqualTo("rwx------");
    assertThat(permissions(shared)).isEqualTo("rwxr-xr-x");
  }

  @Test
  void aFolderThatIsThereIsNotTakenForANewOne() {
    assertThatThrownBy(() -> PrivateFolder.create(folder))
        .isInstanceOf(FileAlreadyExistsException.class);
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
