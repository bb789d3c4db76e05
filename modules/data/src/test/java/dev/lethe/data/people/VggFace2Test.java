package dev.lethe.data.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.data.PeopleSource;
import dev.lethe.data.Packed;
import dev.lethe.data.Sources;
import dev.lethe.testkit.TinyPicture;
import dev.lethe.testkit.TinyPicture.Shape;
import dev.lethe.testkit.data.PeopleSourceContractTest;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VggFace2Test extends PeopleSourceContractTest {
  private static final String META =
      """
      Class_ID, Name, Sample_Num, Flag, Gender
      n000001, "14th_Dalai_Lama", 424, 0, m
      n000002, "A_Fine_Frenzy", 315, 1, f
      n000003, "A. A. Gill", 205, 1, m
      """;

  @TempDir Path folder;
  private Path root;

  @BeforeEach
  void drawTwoPeople() {
    root = folder.resolve("train");
    draw("n000002/0001_01.png", 1);
    draw("n000001/0002_01.png", 2);
  }

  private void draw(String file, int color) {
    new TinyPicture(Shape.DISC, color).write(root.resolve(file));
  }

  @Override
  protected PeopleSource source() {
    return source(META);
  }

  @Override
  protected PeopleSource changed() {
    draw("n000002/0001_01.png", 3);
    return source();
  }

  private PeopleSource source(String meta) {
    Path file = Packed.PLAIN.write(folder.resolve("identity_meta.csv"), meta);
    return Sources.create(
        PeopleSource.class,
        "vggface2",
        Map.of("path", root.toString(), "identities", file.toString()));
  }

  @Test
  void peopleAreNamedByTheTableInTheOrderOfTheirNumbers() {
    assertThat(source().names()).containsExactly("14th Dalai Lama", "A Fine Frenzy");
  }

  @Test
  void aFolderWithoutANameIsRefusedAndAnotherLeftAside() {
    draw("others/1.png", 4);
    assertThat(source().read(Progress.silent()).notes())
        .containsExactly(
            "1 left aside in %s: others (not called as VGGFace2's people are)".formatted(root));
    draw("n000009/1.png", 4);
    assertThatThrownBy(() -> source().names())
        .isExactlyInstanceOf(LetheException.class)
        .hasMessage(
            "%s has no name for %s", folder.resolve("identity_meta.csv"), root.resolve("n000009"));
  }

  @Test
  void aNumberThatHasTwoNamesIsRefusedWithItsLine() {
    assertThatThrownBy(() -> source(META + "n000001, \"Al_Bo\", 1, 0, m\n").names())
        .isExactlyInstanceOf(LetheException.class)
        .hasMessage(
            "%s, line 5: n000001 is 'Al_Bo' here and '14th Dalai Lama' before; keep one",
            folder.resolve("identity_meta.csv"));
  }

  @Test
  void anotherTableIsAnsweredWithItsColumns() {
    assertThatThrownBy(() -> source("id,name\nn000001,Al\n").names())
        .hasMessageContaining("has no column 'Class_ID' in its first line, which has: id, name");
  }
}
