package dev.lethe.data.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.Progress;
import dev.lethe.api.data.ImageSource;
import dev.lethe.api.data.Images;
import dev.lethe.data.Packed;
import dev.lethe.data.Sources;
import dev.lethe.testkit.TinyPicture;
import dev.lethe.testkit.TinyPicture.Shape;
import dev.lethe.testkit.data.ImageSourceContractTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebDatasetTest extends ImageSourceContractTest {
  @TempDir Path folder;
  private Path root;

  @BeforeEach
  void writeTwoShards() throws IOException {
    root = Files.createDirectory(folder.resolve("shards"));
    writeFirst(1);
    Map<String, byte[]> second = new LinkedHashMap<>();
    second.put("deep/" + "long".repeat(40) + ".png", drawn(2));
    second.put("000003.txt", text("nobody's"));
    second.put("000004.cls", text("7"));
    second.put("LICENSE", text("free"));
    Shards.write(root.resolve("00001.tar"), second);
  }

  private void writeFirst(int color) {
    Map<String, byte[]> first = new LinkedHashMap<>();
    first.put("000001.json", text("{\"caption\": [\"a disc\", \" \"], \"url\": \"http://a\"}"));
    first.put("000001.PNG", drawn(color));
    first.put("000002.jpg", drawn(4));
    first.put("000002.txt", text(" a round\nthing "));
    first.put("000002.json", text("{\"caption\": \"another\"}"));
    Shards.write(root.resolve("00000.tar"), first);
  }

  private byte[] drawn(int color) {
    try {
      Path file = folder.resolve("drawn.png");
      new TinyPicture(Shape.DISC, color).write(file);
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  protected ImageSource source() {
    return source(root);
  }

  @Override
  protected ImageSource changed() {
    writeFirst(3);
    return source();
  }

  private static ImageSource source(Path path) {
    return Sources.create(ImageSource.class, "webdataset", Map.of("path", path.toString()));
  }

  @Test
  void picturesComeInTheOrderOfTheArchivesWithTheCaptionsOfTheirSamples() {
    List<Images.Captioned> images = source().read(Progress.silent()).images();
    assertThat(images)
        .extracting(Images.Captioned::captions)
        .containsExactly(List.of("a disc"), List.of("a round thing"), List.of());
    assertThat(images.get(0).image().name())
        .isEqualTo(root.resolve("00000.tar/000001.PNG").toString());
  }

  @Test
  void aPictureIsTheOneThatWasPutIn() {
    List<Images.Captioned> images = source().read(Progress.silent()).images();
    int[] colors = {1, 4, 2};
    for (int i = 0; i < colors.length; i++) {
      assertThat(images.get(i).image().read().toRgb().rgb())
          .isEqualTo(new TinyPicture(Shape.DISC, colors[i]).read().rgb());
    }
  }

  @Test
  void oneArchiveMayBeNamedAlone() {
    assertThat(source(root.resolve("00000.tar")).read(Progress.silent()).images()).hasSize(2);
  }

  @Test
  void whatIsNotUsedIsNamed() {
    assertThat(source().read(Progress.silent()).notes())
        .containsExactly(
            "3 left aside in %s: 00001.tar/000004.cls (neither a picture nor captions), 00001.tar/LICENSE (without an ending), 00001.tar/000003.txt (without a picture)"
                .formatted(root));
  }

  @Test
  void aBrokenArchiveIsRefusedInOneLine() throws IOException {
    Path shard = root.resolve("00000.tar");
    byte[] whole = Files.readAllBytes(shard);
    byte[] changed = whole.clone();
    changed[130] ^= 1; // the size of the first member
    byte[][] broken = {
      Arrays.copyOf(whole, 700),
      Arrays.copyOf(whole, 1024),
      Arrays.copyOf(whole, 1024 + 512 + 20),
      changed,
      text("no archive at all, but a text that is longer than nothing".repeat(20))
    };
    for (byte[] content : broken) {
      Files.write(shard, content);
      assertThatThrownBy(() -> source().read(Progress.silent()))
          .isExactlyInstanceOf(LetheException.class)
          .hasMessageStartingWith(shard + " is no tar archive that can be read: ")
          .hasMessageEndingWith("; get it again, or take it away")
          .message()
          .hasLineCount(1);
    }
  }

  @Test
  void aMemberThatIsNoPictureIsNamedWithItsArchive() {
    Shards.write(root.resolve("00002.tar"), Map.of("1.jpg", text("<html>")));
    assertThatThrownBy(() -> source().read(Progress.silent()))
        .isExactlyInstanceOf(LetheException.class)
        .hasMessageContaining("00002.tar/1.jpg (a web page)");
  }

  @Test
  void aCaptionOfWhichACharacterWasLostIsRefusedWithItsMember() {
    for (String lost : List.of("Zo\\ufffd", "a \\ud83d")) {
      byte[] json = text("{\"caption\": [\"" + lost + "\"]}");
      Map<String, byte[]> members = new LinkedHashMap<>(Map.of("1.png", drawn(1)));
      members.put("1.json", json);
      Shards.write(root.resolve("00002.tar"), members);
      assertThatThrownBy(() -> source().read(Progress.silent()))
          .isExactlyInstanceOf(LetheException.class)
          .hasMessageContaining("00002.tar/1.json must be in ");
    }
  }

  @Test
  void aPackedArchiveIsRefused() throws IOException {
    Packed.GZIP.write(root.resolve("00002.tar.gz"), "x");
    assertThatThrownBy(() -> source().read(Progress.silent()))
        .hasMessageContaining("00002.tar.gz is packed")
        .hasMessageEndingWith("unpack it to a .tar");
  }

  @Test
  void aFolderWithoutArchivesIsNotTakenForOne(@TempDir Path empty) {
    assertThatThrownBy(() -> source(empty).read(Progress.silent()))
        .isInstanceOf(NotFoundException.class)
        .hasMessage("there is no .tar in %s; expected WebDataset's tar archives", empty);
    assertThatThrownBy(() -> source(empty.resolve("none"))).isInstanceOf(NotFoundException.class);
  }
}
