package dev.lethe.data.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.data.ImageSource;
import dev.lethe.api.data.Images;
import dev.lethe.data.Packed;
import dev.lethe.data.Sources;
import dev.lethe.testkit.TinyPicture;
import dev.lethe.testkit.TinyPicture.Shape;
import dev.lethe.testkit.data.ImageSourceContractTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CocoPicturesTest extends ImageSourceContractTest {
  private static final String JSON =
      """
      {"annotations": [
         {"image_id": 9, "id": 2, "caption": "A disc.\\n"},
         {"image_id": 4, "id": 1, "caption": "A cross"},
         {"image_id": 9, "id": 3, "caption": "Round"}],
       "images": [
         {"id": 9, "file_name": "9.png"},
         {"id": 4, "file_name": "4.png"},
         {"id": 5, "file_name": "5.png"}]}
      """;

  @TempDir Path folder;
  private Path pictures;

  @BeforeEach
  void drawThreePictures() {
    pictures = folder.resolve("val2017");
    for (int i : new int[] {4, 5, 9}) {
      draw(i, i);
    }
  }

  private void draw(int id, int color) {
    new TinyPicture(Shape.DISC, color).write(pictures.resolve(id + ".png"));
  }

  @Override
  protected ImageSource source() {
    return source("fail");
  }

  private ImageSource source(String unreadable) {
    Path captions = Packed.GZIP.write(folder.resolve("captions.json.gz"), JSON);
    return Sources.create(
        ImageSource.class,
        "coco",
        Map.of(
            "path", pictures.toString(),
            "captions", captions.toString(),
            "unreadable", unreadable));
  }

  @Override
  protected ImageSource changed() {
    draw(4, 7);
    return source();
  }

  @Test
  void picturesComeInTheOrderOfTheirNumbersWithAllTheirCaptions() {
    assertThat(source().read(Progress.silent()).images())
        .extracting(each -> each.image().name(), Images.Captioned::captions)
        .containsExactly(
            tuple(pictures.resolve("4.png").toString(), List.of("A cross")),
            tuple(pictures.resolve("5.png").toString(), List.of()),
            tuple(pictures.resolve("9.png").toString(), List.of("A disc.", "Round")));
  }

  @Test
  void aPictureThatIsNotThereIsRefusedOrSkippedAndNamed() throws IOException {
    Files.delete(pictures.resolve("5.png"));
    draw(6, 1);
    assertThatThrownBy(() -> source().read(Progress.silent()))
        .isExactlyInstanceOf(LetheException.class)
        .hasMessageContaining("5.png (it is not there)");
    Images read = source("skip").read(Progress.silent());
    assertThat(read.images()).hasSize(2);
    assertThat(read.notes()).hasSize(2);
    assertThat(read.notes().get(0)).contains("1 skipped", "5.png (it is not there)");
    assertThat(read.notes().get(1)).contains("6.png (not in the file of captions)");
  }
}
