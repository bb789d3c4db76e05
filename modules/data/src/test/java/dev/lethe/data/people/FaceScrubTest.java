package dev.lethe.data.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.data.PeopleSource;
import dev.lethe.api.data.Person;
import dev.lethe.api.settings.SettingsException;
import dev.lethe.data.Sources;
import dev.lethe.testkit.TinyPicture;
import dev.lethe.testkit.TinyPicture.Shape;
import dev.lethe.testkit.data.PeopleSourceContractTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaceScrubTest extends PeopleSourceContractTest {
  @TempDir Path root;

  @BeforeEach
  void drawSomePeople() {
    draw("actors/images/Robert_Di_Niro/1.png", 1);
    draw("actors/images/Freddy_Prinze_Jr./1.png", 2);
    draw("actors/images/Al_Pacino/1.png", 3);
    draw("actors/faces/Al_Pacino/2.png", 4);
    draw("actresses/images/Tatyana_M._Ali/1.png", 5);
  }

  private void draw(String file, int color) {
    new TinyPicture(Shape.DISC, color).write(root.resolve(file));
  }

  @Override
  protected PeopleSource source() {
    return source("images");
  }

  @Override
  protected PeopleSource changed() {
    draw("actors/images/Al_Pacino/1.png", 6);
    return source();
  }

  private PeopleSource source(String photos) {
    return Sources.create(
        PeopleSource.class, "facescrub", Map.of("path", root.toString(), "photos", photos));
  }

  @Test
  void misspeltNamesAreCorrected() {
    assertThat(source().names())
        .containsExactly("Al Pacino", "Freddie Prinze Jr", "Robert De Niro", "Tatyana Ali");
  }

  @Test
  void actorsComeFirstThenActressesEachInTheOrderOfTheirFolders(@TempDir Path other) {
    for (String folder :
        List.of(
            "ACTRESSES/images/Amy_Adams",
            "ACTRESSES/images/Bo_Derek",
            "actors/images/Zac_Efron",
            "actors/images/Jean_Reno",
            "actors/images/Jean-Luc_Bilodeau")) {
      new TinyPicture(Shape.DISC, 1).write(other.resolve(folder).resolve("1.png"));
    }
    PeopleSource source =
        Sources.create(PeopleSource.class, "facescrub", Map.of("path", other.toString()));
    assertThat(source.read(Progress.silent()).people())
        .extracting(Person::name)
        .containsExactly("Jean-Luc Bilodeau", "Jean Reno", "Zac Efron", "Amy Adams", "Bo Derek");
  }

  @Test
  void facesAreReadInsteadOfPhotographsWhenAsked() {
    assertThat(source("faces").read(Progress.silent()).people())
        .extracting(Person::name)
        .containsExactly("Al Pacino");
  }

  @Test
  void onePersonOfBothSexesIsRefusedWithBothFolders() {
    draw("actresses/images/al  pacino/1.png", 7);
    assertThatThrownBy(() -> source().read(Progress.silent()))
        .isExactlyInstanceOf(LetheException.class)
        .hasMessage(
            "%s and %s are the folders of one person, since 'Al Pacino' and 'al pacino' are one name to a model; put their pictures into one of them, or name them apart"
                .formatted(
                    root.resolve("actors/images/Al_Pacino"),
                    root.resolve("actresses/images/al  pacino")));
  }

  @Test
  void whatIsNotOfTheLayoutIsLeftAsideAndNamed() {
    draw("children/images/Cy_Young/1.png", 7);
    draw("actors/photos/Di_Fossey/1.png", 8);
    draw("actors/1.png", 9);
    assertThat(source().read(Progress.silent()).notes())
        .containsExactly(
            "3 left aside in %s: actors/1.png (in no folder of its own), actors/photos (neither 'images' nor 'faces'), children (neither 'actors' nor 'actresses')"
                .formatted(root));
  }

  @Test
  void anotherKindOfPhotosIsRefused() {
    assertThatThrownBy(() -> source("photos"))
        .isInstanceOf(SettingsException.class)
        .hasMessage("source.photos must be one of images | faces (got 'photos')");
  }

  @Test
  void anotherLayoutSaysWhatWasExpected(@TempDir Path other) {
    new TinyPicture(Shape.DISC, 1).write(other.resolve("Al_Pacino/1.png"));
    PeopleSource source =
        Sources.create(PeopleSource.class, "facescrub", Map.of("path", other.toString()));
    assertThatThrownBy(() -> source.read(Progress.silent()))
        .isInstanceOf(LetheException.class)
        .hasMessage(
            "nobody found in "
                + other
                + "; expected {actors,actresses}/{images,faces}/<Name>/<pictures> with photos: images (for one folder per person use source: folders)");
  }
}
