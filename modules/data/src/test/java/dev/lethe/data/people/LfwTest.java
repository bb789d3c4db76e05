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

class LfwTest extends PeopleSourceContractTest {
  @TempDir Path folder;
  private Path root;

  @BeforeEach
  void drawThreePeople() {
    root = folder.resolve("lfw");
    draw("AJ_Cook/AJ_Cook_0001.png", 1);
    draw("Zico/Zico_0001.png", 2);
    draw("Zico/Zico_0002.png", 3);
    draw("Al_Gore/Al_Gore_0001.png", 4);
  }

  private void draw(String file, int color) {
    new TinyPicture(Shape.DISC, color).write(root.resolve(file));
  }

  @Override
  protected PeopleSource source() {
    return Sources.create(PeopleSource.class, "lfw", Map.of("path", root.toString()));
  }

  @Override
  protected PeopleSource changed() {
    draw("Zico/Zico_0002.png", 5);
    return source();
  }

  private PeopleSource listed(String list) {
    Path file = Packed.PLAIN.write(folder.resolve("peopleDevTest.txt"), list);
    return Sources.create(
        PeopleSource.class, "lfw", Map.of("path", root.toString(), "list", file.toString()));
  }

  @Test
  void aListChoosesPeopleAndTheOthersAreLeftAside() {
    PeopleSource source = listed("2\nAJ_Cook\t1\nZico\t2\n");
    assertThat(source.names()).containsExactly("AJ Cook", "Zico");
    assertThat(source.read(Progress.silent()).notes())
        .containsExactly("1 left aside in %s: Al_Gore (not in the list)".formatted(root));
  }

  @Test
  void whoIsListedAndNotThereIsNamed() {
    assertThatThrownBy(() -> listed("Zico\t2\nAl_Bo\t1\n").names())
        .isExactlyInstanceOf(LetheException.class)
        .hasMessage(
            "1 of the 2 people in %s have no folder in %s: Al_Bo",
            folder.resolve("peopleDevTest.txt"), root);
  }

  @Test
  void aListOfPairsIsNoListOfPeople() {
    assertThatThrownBy(() -> listed("10\t300\nZico\t1\t2\n").names())
        .hasMessageEndingWith(
            "expected a name and a number in each line, as peopleDevTest.txt has, found 'Zico\t1\t2'");
    assertThatThrownBy(() -> listed("10\n").names()).hasMessageEndingWith(" lists nobody");
  }
}
