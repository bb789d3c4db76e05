package dev.lethe.data.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.data.People;
import dev.lethe.api.data.PeopleSource;
import dev.lethe.api.data.Person;
import dev.lethe.data.Packed;
import dev.lethe.data.Sources;
import dev.lethe.testkit.TinyPicture;
import dev.lethe.testkit.TinyPicture.Shape;
import dev.lethe.testkit.data.PeopleSourceContractTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListedPeopleTest extends PeopleSourceContractTest {
  private static final String TABLE =
      """
      path,name,split
      1.png,Zoë_Carr,train
      in/2.png,Al Bo,train
      3.png,Zoë Carr,test
      3.png,Al Bo,test
      """;

  @TempDir Path folder;

  @BeforeEach
  void drawThreePictures() {
    draw("1.png", 1);
    draw("in/2.png", 2);
    draw("3.png", 3);
  }

  private void draw(String file, int color) {
    new TinyPicture(Shape.DISC, color).write(folder.resolve(file));
  }

  @Override
  protected PeopleSource source() {
    return source(TABLE, Map.of());
  }

  @Override
  protected PeopleSource changed() {
    draw("in/2.png", 4);
    return source();
  }

  private PeopleSource source(String table, Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("path", Packed.PLAIN.write(folder.resolve("people.csv"), table).toString());
    return Sources.create(PeopleSource.class, "csv", all);
  }

  @Test
  void rowsOfOneNameAreOnePersonInTheOrderOfTheTable() {
    assertThat(source().read(Progress.silent()).people())
        .extracting(Person::name, person -> person.images().size())
        .containsExactly(tuple("Zoë Carr", 2), tuple("Al Bo", 2));
  }

  @Test
  void aSplitChoosesRows() {
    assertThat(source(TABLE, Map.of("only-split", "train")).read(Progress.silent()).people())
        .allMatch(person -> person.images().size() == 1);
    assertThatThrownBy(() -> source(TABLE, Map.of("only-split", "val")).names())
        .isExactlyInstanceOf(LetheException.class)
        .hasMessageEndingWith(
            "expected a picture and a name in each row, some with 'val' as split");
    assertThatThrownBy(() -> source("path,name\n1.png,Al\n", Map.of("only-split", "val")).names())
        .hasMessageContaining("has no column 'split'");
  }

  @Test
  void whoHasNoPictureIsRefusedOrUnseen() {
    String table = TABLE + "none.png,Cy Young,train\n";
    assertThatThrownBy(() -> source(table, Map.of()).read(Progress.silent()))
        .isExactlyInstanceOf(LetheException.class)
        .hasMessageContaining("none.png (it is not there)");
    People people = source(table, Map.of("unreadable", "skip")).read(Progress.silent());
    assertThat(people.unseen()).containsExactly("Cy Young");
    assertThat(people.notes().get(0)).contains("1 skipped", "none.png (it is not there)");
  }

  @Test
  void whatStandsInAPicturesPlaceIsCalledWhatItIs() throws IOException {
    Files.createSymbolicLink(folder.resolve("link.png"), folder.resolve("gone.png"));
    String table = TABLE + "link.png,Al Bo,train\nin,Al Bo,train\n";
    assertThatThrownBy(() -> source(table, Map.of()).read(Progress.silent()))
        .hasMessageContaining("link.png (a link that leads nowhere)")
        .hasMessageContaining("in (a folder)");
    Files.createSymbolicLink(folder.resolve("round"), folder.resolve("round"));
    assertThatThrownBy(
            () -> source(TABLE + "round,Al Bo,train\n", Map.of()).read(Progress.silent()))
        .hasMessage("cannot read %s: links go round in a circle", folder.resolve("round"));
  }

  @Test
  void namesThatNobodyHasAreRefusedWithTheirLine() {
    assertThatThrownBy(() -> source("path,name\n1.png,...\n", Map.of()).names())
        .isExactlyInstanceOf(LetheException.class)
        .hasMessage(
            "people: %s, line 2: the name '...' holds no letter", folder.resolve("people.csv"));
    assertThatThrownBy(() -> source("path,name\n1.png,Al\n1.png,AL\n", Map.of()).names())
        .hasMessageEndingWith("line 3: 'Al' and 'AL' are one name to a model; write it in one way");
  }
}
