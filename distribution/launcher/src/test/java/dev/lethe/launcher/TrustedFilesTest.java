package dev.lethe.launcher;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedFilesTest {
  @TempDir Path root;
  private Path above;
  private Path folder;
  private Path library;

  @BeforeEach
  void fill() throws IOException {
    allow(root, "rwxr-xr-x");
    above = Files.createDirectory(root.resolve("above"));
    folder = Files.createDirectory(above.resolve("folder"));
    library = Files.createFile(Files.createDirectory(folder.resolve("2.7.1")).resolve("libx.so"));
    allow(above, "rwxr-xr-x");
    allow(folder, "rwxr-xr-x");
    allow(library.getParent(), "rwxr-xr-x");
    allow(library, "rwxr-xr-x");
  }

  @Test
  void whatOnlyItsOwnerCanWriteIsTrusted() {
    assertThatCode(() -> check()).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rwxr-xrwx", "rwxrwxr-x", "rwxrwxrwx", "rwx----w-"})
  void aFolderOrFileThatOthersCanWriteIsNot(String permissions) throws IOException {
    for (Path open : new Path[] {above, folder, library.getParent(), library}) {
      allow(open, permissions);
      assertThatThrownBy(() -> check()).hasMessage("others than its owner can write " + open);
      allow(open, "rwxr-xr-x");
    }
  }

  @Test
  void whatNobodyElseCanReachIsTrustedHoweverOpenItIs() throws IOException {
    allow(above, "rwx------");
    allow(folder, "rwxrwxrwx");
    allow(library, "rwxrwxrwx");
    assertThatCode(() -> check()).doesNotThrowAnyException();
  }

  @Test
  void aLinkIsTrustedWhereItsTargetIs() throws IOException {
    Path elsewhere = Files.createDirectory(root.resolve("elsewhere"));
    allow(elsewhere, "rwxr-xr-x");
    Path target = Files.createFile(elsewhere.resolve("libx.so"));
    allow(target, "rwxr-xr-x");
    Files.createSymbolicLink(folder.resolve("liby.so"), target);
    assertThatCode(() -> check()).doesNotThrowAnyException();
    allow(elsewhere, "rwxr-xrwx");
    assertThatThrownBy(() -> check()).hasMessage("others than its owner can write " + elsewhere);
  }

  @Test
  void whatBelongsToAnotherUserIsNotTrusted() throws IOException {
    var stranger = stranger(library);
    assertThatThrownBy(() -> check())
        .hasMessage("%s belongs to another user (%s)".formatted(library, stranger));
    Files.delete(library);
    Path link = Files.createSymbolicLink(folder.resolve("liby.so"), Path.of("/usr"));
    new ProcessBuilder("chown", "-h", "65534", link.toString()).start().onExit().join();
    assertThatThrownBy(() -> check()).hasMessageContaining(link + " belongs to another user");
  }

  @Test
  void theGroupThatOnlyItsOwnerIsInIsNobodyElse() throws IOException {
    // Numbers without names: 4711:4711 is a user and the group that goes with it.
    for (Path each : new Path[] {above, folder, library.getParent(), library}) {
      give(each, 4711, 4711);
      allow(each, "rwxrwxr-x");
    }
    TrustedFiles trusted = new TrustedFiles(Files.getOwner(library), List.of(), uid -> false);
    assertThatCode(() -> trusted.requireAll(folder)).doesNotThrowAnyException();
    give(library, 4711, 4712);
    TrustedFiles again = new TrustedFiles(Files.getOwner(library), List.of(), uid -> false);
    assertThatThrownBy(() -> again.requireAll(folder))
        .hasMessage("others than its owner can write " + library);
  }

  @Test
  void aFolderOnTheWayMayBelongToRootWhoHasNoNumberInAContainer() throws IOException {
    give(above, 65534, 65534);
    TrustedFiles trusted = new TrustedFiles(Files.getOwner(root), List.of(), uid -> uid == 65534);
    assertThatCode(() -> trusted.requireAll(folder)).doesNotThrowAnyException();
    give(library, 65534, 65534);
    assertThatThrownBy(() -> trusted.requireAll(folder))
        .hasMessageContaining(library + " belongs to another user");
  }

  @Test
  void whatTheUserTrustsMayBelongToAnybodyAndBeWrittenByAll() throws IOException {
    allow(folder, "rwxrwxrwx");
    allow(library, "rwxrwxrwx");
    assertThatCode(() -> trusting(folder).requireAll(folder)).doesNotThrowAnyException();
    assertThatThrownBy(() -> trusting(folder.resolve("2.7.1")).requireAll(folder))
        .hasMessage("others than its owner can write " + folder);
    stranger(library);
    assertThatCode(() -> trusting(above).requireAll(folder)).doesNotThrowAnyException();
  }

  private TrustedFiles trusting(Path believed) throws IOException {
    return new TrustedFiles(Files.getOwner(root), List.of(believed), uid -> false);
  }

  private void check() throws IOException {
    new TrustedFiles(Files.getOwner(root), List.of(), uid -> false).requireAll(folder);
  }

  private static void give(Path file, int user, int group) throws IOException {
    try {
      Files.setAttribute(file, "unix:gid", group);
      Files.setAttribute(file, "unix:uid", user);
    } catch (IOException e) {
      assumeTrue(false, "this user cannot give files away");
    }
  }

  /** Gives a file away, which only the administrator can. */
  private static String stranger(Path file) throws IOException {
    give(file, 65534, 65534);
    return Files.getOwner(file).getName();
  }

  private static void allow(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }
}
