package dev.lethe.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserFolderTest {
  @TempDir Path home;
  @TempDir Path temporary;
  private final List<String> notes = new ArrayList<>();

  @Test
  void theFirstFolderThatCanBeUsedIsTheUsers() throws IOException {
    assertThat(choose(home.toString(), "/")).isEqualTo(home);
    assertThat(choose("?", home.toString())).isEqualTo(home);
    assertThat(choose("", home.resolve("missing").toString(), home.toString())).isEqualTo(home);
    assertThat(notes).isEmpty();
  }

  @Test
  void aUserWithoutOneGetsAPrivateFolderAndIsToldOnce() throws IOException {
    Path own = choose("?", "/nonexistent");
    assertThat(own).isEqualTo(temporary.resolve("lethe-12345")).isEmptyDirectory();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own)))
        .isEqualTo("rwx------");
    assertThat(choose("?")).isEqualTo(own);
    assertThat(notes)
        .containsExactly(
            "libraries are kept in %s, as this user has no home folder; set HOME to a folder of your own to keep them there"
                .formatted(own));
  }

  @Test
  void aHomeThatOthersCanWriteIsNotUsed() throws IOException {
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThat(choose(home.toString())).isEqualTo(temporary.resolve("lethe-12345"));
    assertThat(notes)
        .singleElement()
        .asString()
        .contains("others than its owner can write " + home);
  }

  @Test
  void aPlaceThatSomebodyElseHasTakenIsRefused() throws IOException {
    Path taken = Files.createDirectory(temporary.resolve("lethe-12345"));
    try {
      Files.setAttribute(taken, "unix:uid", 65534);
    } catch (IOException e) {
      assumeTrue(false, "this user cannot give files away");
    }
    assertThatThrownBy(() -> choose("?")).hasMessageContaining(taken + " belongs to another user");
  }

  private Path choose(String... homes) throws IOException {
    TrustedFiles trusted = new TrustedFiles(Files.getOwner(temporary), List.of(), uid -> false);
    return new UserFolder(trusted, temporary, notes::add).choose("12345", List.of(homes));
  }
}
