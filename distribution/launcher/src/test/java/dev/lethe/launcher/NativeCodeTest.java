package dev.lethe.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NativeCodeTest {
  @TempDir Path home;
  private final Properties properties = new Properties();

  @Test
  void everyLibraryUnpacksIntoAPrivateFolderOfTheUser() throws IOException {
    settle(Map.of());
    assertThat(properties)
        .containsEntry("user.home", home.toString())
        .containsEntry("DJL_CACHE_DIR", home.resolve(".djl.ai").toString())
        .containsEntry("jna.tmpdir", home.resolve(".lethe/native").toString())
        .containsEntry("jline.tmpdir", home.resolve(".lethe/native").toString());
    for (String folder : new String[] {".djl.ai", ".lethe", ".lethe/native"}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(folder))))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void anEmptyVariableIsNone() throws IOException {
    settle(Map.of("DJL_CACHE_DIR", "", "ENGINE_CACHE_DIR", "", "PYTORCH_LIBRARY_PATH", ""));
    assertThat(properties).containsEntry("DJL_CACHE_DIR", home.resolve(".djl.ai").toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"DJL_CACHE_DIR", "ENGINE_CACHE_DIR", "PYTORCH_LIBRARY_PATH"})
  void aFolderThatOthersCanWriteIsRefusedHoweverItIsGiven(String name) throws IOException {
    Path folder = open("given");
    String message =
        "native code is not loaded from %1$s (%2$s), as others than its owner can write %1$s: remove it, make it yours alone (chown, chmod go-w), or name it in LETHE_TRUSTED_FOLDERS if you trust whoever can write there"
            .formatted(folder, name);
    assertThatThrownBy(() -> settle(Map.of(name, folder.toString()))).hasMessage(message);
    properties.setProperty(name, folder.toString());
    assertThatThrownBy(() -> settle(Map.of())).hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {".djl.ai", ".djl.ai/pytorch/2.7.1", ".djl.ai/tokenizers/x", ".lethe/native"})
  void soIsAnOpenOneAmongTheUsersOwn(String folder) throws IOException {
    Path open = open(folder);
    assertThatThrownBy(() -> settle(Map.of()))
        .hasMessageContaining("as others than its owner can write " + open);
  }

  @Test
  void whatHoldsNoNativeCodeMayBeOpen() throws IOException {
    open(".djl.ai/cache/repo");
    settle(Map.of());
    assertThat(properties).containsKey("DJL_CACHE_DIR");
  }

  private void settle(Map<String, String> environment) throws IOException {
    // A private folder protects whatever is in it; that of a user is often one that others may
    // enter.
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
    TrustedFiles trusted = new TrustedFiles(Files.getOwner(home), List.of(), uid -> false);
    new NativeCode(trusted, environment, properties).settle(home);
  }

  private Path open(String name) throws IOException {
    Path folder = Files.createDirectories(home.resolve(name));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    return folder;
  }
}
