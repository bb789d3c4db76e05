package dev.lethe.data.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.data.ImageSource;
import dev.lethe.api.data.Images;
import dev.lethe.data.Packed;
import dev.lethe.data.Sources;
import dev.lethe.testkit.TinyPicture;
import dev.lethe.testkit.TinyPicture.Shape;
import dev.lethe.testkit.data.ImageSourceContractTest;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListedPicturesTest extends ImageSourceContractTest {
  private static final String TABLE =
      "path,caption\nin/b.png, a disc \na.png,\"round, red\"\nin/b.png,another\na.png,\n";

  @TempDir Path folder;

  @BeforeEach
  void drawTwoPictures() {
    draw("a.png", 1);
    draw("in/b.png", 2);
  }

  private void draw(String file, int color) {
    new TinyPicture(Shape.DISC, color).write(folder.resolve(file));
  }

  @Override
  protected ImageSource source() {
    return source(TABLE, Map.of());
  }

  @Override
  protected ImageSource changed() {
    draw("a.png", 3);
    return source();
  }

  private ImageSource source(String table, Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("path", Packed.ZSTANDARD.write(folder.resolve("pictures.csv.zst"), table).toString());
    return Sources.create(ImageSource.class, "csv", all);
  }

  @Test
  void rowsOfOnePictureAreItsCaptions() {
    assertThat(source().read(Progress.silent()).images())
        .extracting(Images.Captioned::captions)
        .containsExactly(List.of("a disc", "another"), List.of("round, red"));
  }

  @Test
  void aTableOfOpenClipIsRead() {
    Map<String, Object> settings =
        Map.of(
            "separator", "tab",
            "picture-column", "filepath",
            "caption-column", "title",
            "folder", folder.resolve("in").toString());
    assertThat(
            source("filepath\ttitle\nb.png\ta disc\n", settings)
                .read(Progress.silent())
                .images()
                .get(0)
                .captions())
        .containsExactly("a disc");
  }

  @Test
  void aPictureThatIsNotThereIsNamedAndSoIsAMissingColumn() {
    assertThatThrownBy(
            () -> source("path,caption\na.png,x\nc.png,y\n", Map.of()).read(Progress.silent()))
        .isExactlyInstanceOf(LetheException.class)
        .hasMessageContaining("c.png (it is not there)");
    assertThatThrownBy(() -> source("path,text\na.png,x\n", Map.of()).read(Progress.silent()))
        .hasMessageEndingWith("has no column 'caption' in its first line, which has: path, text");
    assertThatThrownBy(() -> source("path,caption\n,x\n", Map.of()).read(Progress.silent()))
        .hasMessageEndingWith("line 2: expected a path in the column 'path', found none");
  }
}
