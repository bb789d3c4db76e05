package dev.lethe.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllowListTest {
  private static final String LISTED = "0123456789abcdef".repeat(4);
  private static final String OTHER = "f".repeat(64);

  @TempDir Path conf;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = conf.resolve("plugins.sha256");
  }

  @Test
  void withoutAListEveryPluginIsAllowed() {
    assertThatCode(() -> new AllowList(file).require(OTHER)).doesNotThrowAnyException();
  }

  @Test
  void aListAllowsWhatItNamesInEitherCaseAndNothingElse() throws IOException {
    Files.writeString(
        file, "# ours\n\n" + LISTED.toUpperCase(Locale.ROOT) + "  plugins/l2-sp.jar\n");
    AllowList list = new AllowList(file);
    assertThatCode(() -> list.require(LISTED)).doesNotThrowAnyException();
    assertThatThrownBy(() -> list.require(OTHER))
        .isInstanceOf(PluginException.class)
        .hasMessage("its SHA-256 " + OTHER + " is not in conf/plugins.sha256");
  }

  @Test
  void anEmptyListAllowsNothing() throws IOException {
    Files.createFile(file);
    assertThatThrownBy(() -> new AllowList(file).require(LISTED))
        .isInstanceOf(PluginException.class);
  }

  @Test
  void aLineThatIsNoHashAllowsNothing() throws IOException {
    Files.writeString(file, LISTED + "0  longer.jar\n" + LISTED.substring(1) + "  shorter.jar\n");
    assertThatThrownBy(() -> new AllowList(file).require(LISTED))
        .isInstanceOf(PluginException.class);
  }

  @Test
  void whereAFolderHasTheListsNameNothingIsAllowed() throws IOException {
    Files.createDirectory(file);
    assertThatThrownBy(() -> new AllowList(file).require(LISTED))
        .isInstanceOf(PluginException.class)
        .hasMessageStartingWith("no plugin is allowed: ")
        .hasMessageContaining("is a folder");
  }

  @Test
  void aListThatAppearsOrGoesIsNoticedOnce() throws IOException {
    AllowList list = new AllowList(file);
    assertThat(list.hasChanged()).isFalse();
    Files.writeString(file, LISTED);
    assertThat(list.hasChanged()).isTrue();
    assertThat(list.hasChanged()).isFalse();
    Files.delete(file);
    assertThat(list.hasChanged()).isTrue();
  }
}
