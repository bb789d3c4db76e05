package dev.lethe.data.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.settings.ByteSize;
import dev.lethe.data.folder.Folder;
import dev.lethe.data.folder.Omission;
import dev.lethe.data.image.PathImage;
import dev.lethe.data.image.RgbConversion;
import dev.lethe.io.hash.Sha256;
import dev.lethe.tensor.memory.PictureMemory;
import dev.lethe.testkit.TinyPicture;
import dev.lethe.testkit.TinyPicture.Shape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
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
  void whatCannotBeReadIsSkippedAndNamed() throws IOException {
    new TinyPicture(Shape.DISC, 1).write(folder.resolve("a.png"));
    Files.createFile(folder.resolve("b.png"));
    Files.write(folder.resolve("c.png"), cutShort());
    Taken taken = inventory(folder, Unreadable.SKIP).take(gather(folder), Progress.silent());
    assertThat(taken.pictures()).containsOnlyKeys(new PathImage(folder.resolve("a.png")));
    assertThat(taken.skipped())
        .containsExactly(
            new Omission(folder.resolve("b.png"), "the file is empty"),
            new Omission(folder.resolve("c.png"), "it is cut short"));
  }

  @Test
  void withoutSkippingNothingIsDecoded() throws IOException {
    Files.write(folder.resolve("b.png"), cutShort());
    assertThat(take(folder, Unreadable.FAIL, pictures())).hasSize(1);
  }

  private static byte[] cutShort() throws IOException {
    byte[] whole = Files.readAllBytes(OLD.resolve("rgb.png"));
    return Arrays.copyOf(whole, whole.length / 2);
  }

  @Test
  void aFileThatCannotBeOpenedIsNeverSkipped() throws IOException {
    Gathering gone = new Gathering(RgbConversion.AFTER_RESIZE);
    Files.writeString(folder.resolve("no.png"), "x");
    gone.files(new Folder(folder));
    Files.delete(folder.resolve("no.png"));
    assertThatThrownBy(() -> inventory(folder, Unreadable.SKIP).take(gone, Progress.silent()))
        .isInstanceOf(LetheException.class)
        .hasMessage("cannot read %s: there is no such file or folder", folder.resolve("no.png"));
  }

  @Test
  void tooLittleMemoryIsNoPropertyOfAFileAndNeverRemembered() throws IOException {
    PictureMemory little = PictureMemory.within(new ByteSize(4096));
    Inventory poor = new Inventory(OLD, Unreadable.SKIP, Optional.of(cache), little);
    assertThatThrownBy(() -> poor.look(OLD_PICTURES, Progress.silent()))
        .isExactlyInstanceOf(LetheException.class)
        .hasMessageContaining("of memory while it is decoded, and there are 0.0 MB");
    assertThat(Files.list(cache)).isEmpty();
    assertThat(inventory(OLD, Unreadable.SKIP).look(OLD_PICTURES, Progress.silent()))
        .allMatch(seen -> seen.decoded() && seen.problem() == null);
  }

  @Test
  void whatAnEarlierVersionRememberedIsNotBelieved() throws IOException {
    take(OLD, Unreadable.SKIP, OLD_PICTURES);
    Path memory = onlyFile();
    String poisoned =
        Files.readString(memory).replace("\"problem\":null", "\"problem\":\"no memory\"");
    Path earlier = Files.createDirectories(cache.resolve("pictures-1"));
    Files.writeString(earlier.resolve(memory.getFileName()), poisoned);
    Files.delete(memory);
    assertThat(inventory(OLD, Unreadable.SKIP).look(OLD_PICTURES, Progress.silent()))
        .allMatch(seen -> seen.problem() == null);
  }

  @Test
  void anUntouchedFileIsNotReadAgain() throws IOException {
    Map<PathImage, String> first = take(OLD, Unreadable.SKIP, OLD_PICTURES);
    String invented = "0".repeat(64);
    invent(text -> text.replace(first.get(OLD_PICTURES.get(0)), invented));
    assertThat(take(OLD, Unreadable.FAIL, OLD_PICTURES))
        .containsEntry(OLD_PICTURES.get(0), invented)
        .containsEntry(OLD_PICTURES.get(1), first.get(OLD_PICTURES.get(1)));
  }

  @Test
  void aFileWithAnotherStampIsReadAgain() throws IOException {
    Map<PathImage, String> first = take(OLD, Unreadable.FAIL, OLD_PICTURES);
    invent(
        text ->
            text.replace(first.get(OLD_PICTURES.get(0)), "0".repeat(64))
                .replaceAll("\"stamp\":\"", "\"stamp\":\"1"));
    assertThat(take(OLD, Unreadable.FAIL, OLD_PICTURES)).isEqualTo(first);
  }

  @Test
  void aFlippedByteOfTheMemoryIsNotBelieved() throws IOException {
    Map<PathImage, String> first = take(OLD, Unreadable.FAIL, OLD_PICTURES);
    Path memory = onlyFile();
    byte[] whole = Files.readAllBytes(memory);
    int place = Files.readString(memory).indexOf(first.get(OLD_PICTURES.get(0)));
    assertThat(place).isPositive();
    whole[place] = (byte) (whole[place] == '0' ? '1' : '0');
    Files.write(memory, whole);
    assertThat(take(OLD, Unreadable.FAIL, OLD_PICTURES)).isEqualTo(first);
    assertThat(Files.readString(memory)).contains(first.get(OLD_PICTURES.get(0)));
  }

  /** Changes what is remembered, as if it had been seen like that. */
  private void invent(UnaryOperator<String> change) throws IOException {
    JsonMapper json = new JsonMapper();
    JsonNode kept = json.readTree(onlyFile().toFile());
    String files = change.apply(kept.get("files").toString());
    String hash = Sha256.of(files.getBytes(StandardCharsets.UTF_8));
    Files.writeString(onlyFile(), "{\"sha256\":\"%s\",\"files\":%s}".formatted(hash, files));
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
    for (String damaged :
        List.of("", "{", "[1]", "{\"a\": {}}", "{\"a\": 1}", "{\"sha256\": \"\", \"files\": []}")) {
      Files.writeString(onlyFile(), damaged);
      assertThat(take(OLD, Unreadable.FAIL, OLD_PICTURES)).isEqualTo(first);
    }
  }

  @Test
  void aPipeInPlaceOfTheMemoryIsReplaced() throws Exception {
    Map<PathImage, String> first = take(OLD, Unreadable.FAIL, OLD_PICTURES);
    Path memory = onlyFile();
    Files.delete(memory);
    assertThat(new ProcessBuilder("mkfifo", memory.toString()).start().waitFor()).isZero();
    assertThat(take(OLD, Unreadable.FAIL, OLD_PICTURES)).isEqualTo(first);
    assertThat(memory).isRegularFile();
  }

  @Test
  void theMemoryDoesNotTellPaths() throws IOException {
    take(OLD, Unreadable.SKIP, OLD_PICTURES);
    assertThat(Files.readString(onlyFile())).doesNotContain("grey", "rgb", "image");
  }

  private Map<PathImage, String> take(Path root, Unreadable policy, List<PathImage> pictures) {
    List<KnownFile> seen = inventory(root, policy).look(pictures, Progress.silent());
    Map<PathImage, String> hashes = new LinkedHashMap<>();
    for (int i = 0; i < seen.size(); i++) {
      hashes.put(pictures.get(i), seen.get(i).sha256());
    }
    return hashes;
  }

  private static Gathering gather(Path folder) {
    Gathering gathering = new Gathering(RgbConversion.AFTER_RESIZE);
    gathering.files(new Folder(folder));
    return gathering;
  }

  private Inventory inventory(Path root, Unreadable policy) {
    return new Inventory(root, policy, Optional.of(cache), PictureMemory.ofHeap());
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
}
