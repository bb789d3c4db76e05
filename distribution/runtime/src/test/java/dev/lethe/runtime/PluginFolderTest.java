package dev.lethe.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginFolderTest {
  @TempDir Path folder;

  @Test
  void onlyJarsThatAreNotHiddenAreSeen() throws IOException {
    Path jar = Files.createFile(folder.resolve("a.jar"));
    for (String other : new String[] {".a.jar", "a.jar.part", "README.md", "a.JAR"}) {
      Files.createFile(folder.resolve(other));
    }
    assertThat(new PluginFolder(folder).look()).containsOnlyKeys(jar);
  }

  @Test
  void aFolderThatNeverWasHoldsNoPlugins() {
    assertThat(new PluginFolder(folder.resolve("nowhere")).look()).isEmpty();
  }

  @Test
  void ofAFolderThatIsGoneNothingIsKnownUntilItIsBack() throws IOException {
    Path plugins = Files.createDirectory(folder.resolve("plugins"));
    PluginFolder looked = new PluginFolder(plugins);
    assertThat(looked.look()).isEmpty();
    Files.delete(plugins);
    assertThat(looked.look()).isNull();
    Files.createDirectory(plugins);
    Path jar = Files.createFile(plugins.resolve("a.jar"));
    assertThat(looked.look()).containsOnlyKeys(jar);
  }

  @Test
  void ofAFileInTheFoldersPlaceNothingIsKnown() throws IOException {
    assertThat(new PluginFolder(Files.createFile(folder.resolve("plugins"))).look()).isNull();
  }
}
