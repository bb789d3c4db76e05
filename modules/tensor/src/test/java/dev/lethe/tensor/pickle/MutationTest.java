package dev.lethe.tensor.pickle;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
import dev.lethe.tensor.stored.StoredTensor;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damages files at random; whatever they then say ends in tensors or in an error for the user. */
class MutationTest {
  private static final int MUTANTS = 500;
  private static final Duration LONGEST = Duration.ofMinutes(2);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"views.pt", "checkpoint.pt", "protocol-4.pt"})
  void aDamagedFileIsReadOrRefused(String name) throws IOException {
    byte[] whole = Files.readAllBytes(Fixtures.file(name));
    assertRefusals(whole, 0, whole.length, new Random(name.hashCode()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"views.pt", "checkpoint.pt", "protocol-4.pt"})
  void aDamagedPickleIsReadOrRefused(String name) throws IOException {
    Path path = Fixtures.file(name);
    byte[] whole = Files.readAllBytes(path);
    ZipRecord pickle = pickle(path);
    int begin = (int) pickle.begin();
    assertRefusals(whole, begin, begin + (int) pickle.length(), new Random(~name.hashCode()));
  }

  @Test
  void aDamagedTableOfContentsIsReadOrRefused() throws IOException {
    byte[] whole = Files.readAllBytes(Fixtures.file("views.pt"));
    assertRefusals(whole, whole.length - 700, whole.length, new Random(3));
  }

  private void assertRefusals(byte[] whole, int begin, int end, Random random) {
    Assertions.assertTimeoutPreemptively(
        LONGEST,
        () -> {
          int refused = 0;
          for (int i = 0; i < MUTANTS; i++) {
            if (refuses(mutant(whole, begin, end, random))) {
              refused++;
            }
          }
          assertThat(refused).isGreaterThan(MUTANTS / 10);
        });
  }

  /** Everything but the expected error ends the test. */
  private boolean refuses(byte[] bytes) throws IOException {
    Path path = Files.write(folder.resolve("mutant.pt"), bytes);
    try (NDManager manager = NDManager.newBaseManager("PyTorch");
        StateDictFile file = StateDictFile.open(path)) {
      for (StoredTensor entry : file.entries()) {
        assertThat(file.read(manager, entry.name()).getShape()).isEqualTo(entry.shape());
      }
      return false;
    } catch (LetheException e) {
      assertThat(e.getMessage().lines()).hasSize(1);
      return true;
    }
  }

  private static byte[] mutant(byte[] whole, int begin, int end, Random random) {
    byte[] mutant = whole.clone();
    switch (random.nextInt(4)) {
      case 0 -> { // some bits flip
        for (int i = random.nextInt(4); i >= 0; i--) {
          mutant[begin + random.nextInt(end - begin)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        }
      }
      case 1 -> { // some bytes become others
        for (int i = random.nextInt(4); i >= 0; i--) {
          mutant[begin + random.nextInt(end - begin)] = (byte) random.nextInt(256);
        }
      }
      case 2 -> { // a part is written over another one
        int length = 1 + random.nextInt(Math.min(64, end - begin));
        int from = begin + random.nextInt(end - begin - length + 1);
        int to = begin + random.nextInt(end - begin - length + 1);
        System.arraycopy(whole, from, mutant, to, length);
      }
      default -> { // a part is missing, and what follows moves up
        int length = 1 + random.nextInt(Math.min(16, end - begin));
        int at = begin + random.nextInt(end - begin - length + 1);
        System.arraycopy(whole, at + length, mutant, at, whole.length - at - length);
        mutant = Arrays.copyOf(mutant, whole.length - length);
      }
    }
    return mutant;
  }

  private static ZipRecord pickle(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path)) {
      return ZipDirectory.read(new FileBytes(channel)).values().stream()
          .filter(record -> record.name().endsWith("/data.pkl"))
          .findFirst()
          .orElseThrow();
    }
  }
}
