package dev.lethe.data.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.Progress;
import dev.lethe.api.data.ImageSource;
import dev.lethe.api.data.Images;
import dev.lethe.data.Sources;
import dev.lethe.testkit.TinyPicture;
import dev.lethe.testkit.TinyPicture.Shape;
import dev.lethe.testkit.data.ImageSourceContractTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderPicturesTest extends ImageSourceContractTest {
  @TempDir Path root;

  @BeforeEach
  void drawThreePictures() throws IOException {
    draw("b.png", 1);
    draw("00000/2.png", 2);
    draw("00000/1.png", 3);
    Files.writeString(root.resolve("00000/1.txt"), " a disc \n\nanother\n");
  }

  private void draw(String file, int color) {
    new TinyPicture(Shape.DISC, color).write(root.resolve(file));
  }

  @Override
  protected ImageSource source() {
    return Sources.create(ImageSource.class, "folder", Map.of("path", root.toString()));
  }

  @Override
  protected ImageSource changed() {
    draw("00000/1.png", 4);
    return source();
  }

  private Images read() {
    return source().read(Progress.silent());
  }

  @Test
  void picturesOfInnerFoldersComeAfterThoseBesideThem() {
    assertThat(read().images())
        .extracting(each -> each.image().name())
        .containsExactly(
            root.resolve("b.png").toString(),
            root.resolve("00000/1.png").toString(),
            root.resolve("00000/2.png").toString());
  }

  @Test
  void aTextOfTheSameNameHoldsTheCaptions() {
    assertThat(read().images().get(1).captions()).containsExactly("a disc", "another");
    assertThat(read().images().get(2).captions()).isEmpty();
    assertThat(read().notes()).isEmpty();
  }

  @Test
  void anotherCaptionGivesAnotherHash() throws IOException {
    String before = read().contentHash();
    Files.writeString(root.resolve("00000/2.txt"), "a disc");
    assertThat(read().contentHash()).isNotEqualTo(before);
  }

  @Test
  void whatIsNoPictureIsNamed() throws IOException {
    Files.writeString(root.resolve("notes.txt"), "mine");
    assertThat(read().notes())
        .containsExactly("1 left aside in %s: notes.txt (no picture)".formatted(root));
    Files.writeString(root.resolve("00000/3.jpg"), "<html>");
    assertThatThrownBy(this::read)
        .isExactlyInstanceOf(LetheException.class)
        .hasMessageContaining("00000/3.jpg (a web page)");
  }

  @Test
  void aLinkToAFolderAroundItIsLeftAside() throws IOException {
    Files.createSymbolicLink(root.resolve("00000/up"), root);
    assertThat(read().images()).hasSize(3);
    assertThat(read().notes().get(0)).contains("00000/up (a link to a folder around it)");
  }

  @Test
  void aFolderWithoutPicturesIsRefusedAndAMissingOneNotFound(@TempDir Path empty) {
    Map<String, Object> settings = Map.of("path", empty.toString());
    ImageSource source = Sources.create(ImageSource.class, "folder", settings);
    assertThatThrownBy(() -> source.read(Progress.silent()))
        .isExactlyInstanceOf(LetheException.class)
        .hasMessage("no pictures found in " + empty);
    Map<String, Object> none = Map.of("path", empty.resolve("none").toString());
    assertThatThrownBy(() -> Sources.create(ImageSource.class, "folder", none))
        .isInstanceOf(NotFoundException.class);
  }
}
