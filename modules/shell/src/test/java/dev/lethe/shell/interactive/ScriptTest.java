package dev.lethe.shell.interactive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ScriptTest {
  private static final int LARGEST = 1 << 20;

  @TempDir private Path folder;

  private Path pipe(byte[] content) throws IOException, InterruptedException {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Path file = Files.write(folder.resolve("content"), content);
    new ProcessBuilder("sh", "-c", "cat '%s' > '%s'".formatted(file, pipe)).start();
    return pipe;
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aPipeIsReadToItsEnd() throws Exception {
    Path pipe = pipe("\uFEFFplugins\r\ndevice\n".getBytes("UTF-8"));
    assertThat(new Script(pipe).text()).isEqualTo("plugins\ndevice\n");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aPipeThatDoesNotEndIsGivenUp() throws Exception {
    Script script = new Script(pipe(new byte[LARGEST + 1]));
    assertThatThrownBy(script::text)
        .isInstanceOf(LetheException.class)
        .hasMessageContaining("has more than 1048576 bytes");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aPipeOfSomethingElseThanTextIsRefused() throws Exception {
    Script script = new Script(pipe(new byte[] {'a', (byte) 0xff}));
    assertThatThrownBy(script::text)
        .isInstanceOf(LetheException.class)
        .hasMessageContaining("is not in UTF-8");
  }

  @Test
  void aFileIsReadAndWhatIsNoneIsRefused() throws Exception {
    Path file = Files.writeString(folder.resolve("script"), "plugins\n");
    assertThat(new Script(file).text()).isEqualTo("plugins\n");
    assertThatThrownBy(() -> new Script(folder).text()).isInstanceOf(UsageException.class);
    assertThatThrownBy(() -> new Script(folder.resolve("none")).text())
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aDeviceIsNoScript() {
    assertThatThrownBy(() -> new Script(Path.of("/dev/zero")).text())
        .isInstanceOf(UsageException.class);
  }
}
