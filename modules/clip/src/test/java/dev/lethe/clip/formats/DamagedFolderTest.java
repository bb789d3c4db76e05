package dev.lethe.clip.formats;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
import dev.lethe.api.model.ComputeOptions;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.clip.openclip.Parity;
import dev.lethe.tensor.TorchEngine;
import dev.lethe.tensor.mutation.Damage;
import dev.lethe.testkit.TestDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damages one file of a whole checkpoint, whatever the file: it is read, or refused in one line.
 * {@code -Dlethe.damaged-folders=2000} damages more of them.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class DamagedFolderTest {
  private static final int DAMAGED = Integer.getInteger("lethe.damaged-folders", 150);

  @TempDir Path folder;

  @Test
  void everyDamagedCheckpointIsReadOrRefusedInOneLine() throws IOException {
    List<Path> whole =
        List.of(
            Parity.model(),
            Formats.fixture("whole"),
            Formats.fixture("sharded"),
            Formats.fixture("pipeline"),
            Formats.fixture("openai"));
    Damage damage = new Damage(7);
    int refused = 0;
    for (int i = 0; i < DAMAGED; i++) {
      Path copy = copy(whole.get(i % whole.size()), folder.resolve("checkpoint-" + i));
      List<Path> files = files(copy);
      Path file = files.get(damage.choose(files.size()));
      byte[] other = Files.readAllBytes(files.get(damage.choose(files.size())));
      Files.write(file, damage.of(Files.readAllBytes(file), other));
      refused += read(Files.exists(copy.resolve("tiny.pt")) ? copy.resolve("tiny.pt") : copy);
    }
    assertThat(refused).isBetween(DAMAGED / 4, DAMAGED - DAMAGED / 20);
  }

  /** Returns 1 if the checkpoint was refused; whatever else is thrown fails the test. */
  private static int read(Path checkpoint) {
    try (NDManager manager = TorchEngine.open(TestDevice.chosen())) {
      for (ModelLoader loader : Formats.LOADERS) {
        if (loader.inspect(checkpoint, LoadOptions.none()).isPresent()) {
          loader.load(manager, checkpoint, LoadOptions.none(), ComputeOptions.standard()).close();
          return 0;
        }
      }
      return 1;
    } catch (LetheException e) {
      assertThat(e.getMessage()).hasLineCount(1);
      return 1;
    }
  }

  private static Path copy(Path source, Path target) throws IOException {
    for (Path file : files(source)) {
      Path copy = target.resolve(source.relativize(file).toString());
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
    }
    return target;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.endsWith("expected.safetensors"))
          .sorted()
          .toList();
    }
  }
}
