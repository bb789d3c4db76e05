package dev.lethe.data.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.data.image.PathImage;
import dev.lethe.testkit.TinyPicture;
import dev.lethe.testkit.TinyPicture.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventoryTest {
  /** Files that were there long before the test began. */
  private static final Path OLD = Path.of("src/test/resources/dev/lethe/data/image");

  private static final List<PathImage> OLD_PICTURES =
      List.of(new PathImage(OLD.resolve("rgb.png")), new PathImage(OLD.resolve("grey.jpg")));

  @TempDir Path folder;
  @TempDir Path cache;

  @Test
  void theHashesAreThoseOfTheFiles() throws IOException {
    new TinyPicture(Shape.DISC, 1).write(folder.resolve("a.png"));
    Files.copy(folder.resolve("a.png"), folder.resolve("b.png"));
    new TinyPicture(Shape.DISC, 2).write(folder.resolve("c.png"));
    List<String> hashes = List.copyOf(take(folder, Unreadable.FAIL, pictures()).values());
    assertThat(hashes).hasSize(3).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    assertThat(hashes.get(0)).isEqualTo(hashes.get(1)).isNotEqualTo(hashes.get(2));
  }

  @Test
  void whatCannotBeReadIsSkippedAndTold() throws IOException {
    new TinyPicture(Shape.DISC, 1).write(folder.resolve("a.png"));
    Files.createFile(folder.resolve("b.png"));
    List<String> told = new ArrayList<>();
    Map<PathImage, String> taken =
        inventory(folder, Unreadable.SKIP).take(pictures(), telling(told));
    assertThat(taken).containsOnlyKeys(new PathImage(folder.resolve("a.png")));
    assertThat(told).containsExactly("skipped: " + folder.resolve("b.png") + ": the file is empty");
  }

  @Test
  void withoutSkippingNothingIsDecoded() throws IOException {
    Files.createFile(folder.resolve("b.png"));
    assertThat(take(folder, Unreadable.FAIL, pictures())).hasSize(1);
  }

  @Test
  void aFileThatCannotBeOpenedIsNeverSkipped() {
    List<PathImage> missing = List.of(new PathImage(folder.resolve("no.png")));
    assertThatThrownBy(() -> take(folder, Unreadable.SKIP, missing))
        .isInstanceOf(LetheException.class)
        .hasMessageContaining("no.png");
  }

  @Test
  void anUntouchedFileIsNotReadAgain() throws IOException {
    Map<PathImage, String> first = take(OLD, Unreadable.SKIP, OLD_PICTURES);
    Path memory = onlyFile();
    String invented = "0".repeat(64);
    Files.writeString(
        memory, Files.readString(memory).replace(first.get(OLD_PICTURES.get(0)), invented));
    assertThat(take(OLD, Unreadable.FAIL, OLD_PICTURES))
        .containsEntry(OLD_PICTURES.get(0), invented)
        .containsEntry(OLD_PICTURES.get(1), first.get(OLD_PICTURES.get(1)));
  }

  @Test
  void aFileWithAnotherStampIsReadAgain() throws IOException {
    Map<PathImage, String> first = take(OLD, Unreadable.FAIL, OLD_PICTURES);
    Path memory = onlyFile();
    String invented =
        Files.readString(memory)
            .replace(first.get(OLD_PICTURES.get(0)), "0".repeat(64))
            .replaceAll("\"stamp\":\"", "\"stamp\":\"1");
    Files.writeString(memory, invented);
    assertThat(take(OLD, Unreadable.FAIL, OLD_PICTURES)).isEqualTo(first);
  }

  @Test
  void aHashWithoutAVerdictDoesNotCountAsReadable() throws IOException {
    take(OLD, Unreadable.FAIL, OLD_PICTURES);
    assertThat(Files.readString(onlyFile())).contains("\"decoded\":false");
    take(OLD, Unreadable.SKIP, OLD_PICTURES);
    assertThat(Files.readString(onlyFile())).contains("\"decoded\":true").doesNotContain("false");
  }

  @Test
  void aFileThatWasJustWrittenIsNotTrusted() throws IOException {
    new TinyPicture(Shape.DISC, 1).write(folder.resolve("a.png"));
    take(folder, Unreadable.FAIL, pictures());
    assertThat(Files.list(cache)).isEmpty();
  }

  @Test
  void aDamagedMemoryIsForgotten() throws IOException {
    Map<PathImage, String> first = take(OLD, Unreadable.FAIL, OLD_PICTURES);
    for (String damaged : List.of("", "{", "[1]", "{\"a\": {}}", "{\"a\": 1}")) {
      Files.writeString(onlyFile(), damaged);
      assertThat(take(OLD, Unreadable.FAIL, OLD_PICTURES)).isEqualTo(first);
    }
  }

  @Test
  void theMemoryDoesNotTellPaths() throws IOException {
    take(OLD, Unreadable.SKIP, OLD_PICTURES);
    assertThat(Files.readString(onlyFile())).doesNotContain("grey", "rgb", "image");
  }

  private Map<PathImage, String> take(Path root, Unreadable policy, List<PathImage> pictures) {
    return inventory(root, policy).take(pictures, Progress.silent());
  }

  private Inventory inventory(Path root, Unreadable policy) {
    return new Inventory(root, policy, Optional.of(cache));
  }

  private List<PathImage> pictures() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().map(PathImage::new).toList();
    }
  }

  private Path onlyFile() throws IOException {
    try (Stream<Path> files = Files.walk(cache)) {
      List<Path> found = files.filter(Files::isRegularFile).toList();
      assertThat(found).hasSize(1);
      return found.get(0);
    }
  }

  private static Progress telling(List<String> told) {
    return new Progress() {
      @Override
      public Task begin(String name, long total) {
        return Progress.silent().begin(name, total);
      }

      @Override
      public void message(String line) {
        told.add(line);
      }
    };
  }
}
