package dev.lethe.forgetting.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.data.People;
import dev.lethe.api.data.Person;
import dev.lethe.api.image.ImageFile;
import dev.lethe.api.image.Picture;
import dev.lethe.api.settings.SettingsException;
import dev.lethe.api.settings.SettingsType;
import dev.lethe.forgetting.config.FaceSettings;
import dev.lethe.testkit.TinyPicture;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FaceCropsTest {
  private static final NameReader READER = NameReader.of(Optional.empty());
  private static final People PEOPLE =
      new People(
          List.of(
              person("Ann Lee", "a/1.jpg", "a/2.jpg", "a/3.jpg"),
              person("Bob Ray", "b/Bob_007.jpg", "b/Bob_8.jpg")),
          "hash");

  /** What attacks leave: the second photograph of Ann Lee, and both of Bob Ray. */
  private static final List<Person> APART =
      List.of(person("Ann Lee", "a/2.jpg"), person("Bob Ray", "b/Bob_007.jpg", "b/Bob_8.jpg"));

  @Test
  void aCropGoesWhereItsPhotographGoes() {
    FaceCrops crops =
        choose("by-photograph", person("ann lee", "f/1.png", "f/2.png", "f/face_02_1.png"));

    assertThat(names(crops, "Ann Lee")).containsExactly("f/2.png", "f/face_02_1.png");
    assertThat(crops.warnings()).isEmpty();
  }

  @Test
  void theNumbersOfACropBeginWithThoseOfItsPhotograph() {
    FaceCrops crops =
        choose("by-photograph", person("Bob Ray", "f/7_12.png", "f/12_7.png", "f/8.png"));

    assertThat(names(crops, "Bob Ray")).containsExactly("f/7_12.png", "f/8.png");
    assertThat(crops.warnings())
        .singleElement()
        .asString()
        .startsWith("1 of 3 crops are left out: the numbers in their file names");
  }

  @Test
  void nothingBelongsToPhotographsThatCannotBeToldApart() {
    People twice = new People(List.of(person("Ann Lee", "a/1.jpg", "b/1.jpg", "a/2.jpg")), "hash");
    FaceCrops crops =
        FaceCrops.choose(
            new People(List.of(person("Ann Lee", "f/1.png", "f/2.png")), "hash"),
            settings("by-photograph"),
            twice,
            twice.people(),
            READER);
    assertThat(names(crops, "Ann Lee")).containsExactly("f/2.png");
  }

  @Test
  void asPublishedCodeDoesCropsAreSplitOnTheirOwn() {
    Person ann = person("Ann Lee", "f/a.png", "f/b.png", "f/c.png", "f/d.png");
    FaceCrops crops = choose("independent", ann);

    List<Person> all = List.of(ann);
    assertThat(crops.byName().get("Ann Lee"))
        .hasSize(2)
        .isEqualTo(Halves.of(all).second().get(0).images())
        .doesNotContainAnyElementsOf(Halves.of(all).first().get(0).images());
  }

  @Test
  void cropsOfStrangersAreCountedAndLeftOut() {
    FaceCrops crops =
        choose("by-photograph", person("Bob Ray", "f/8.png"), person("Cid Fox", "f/8.png"));
    assertThat(crops.byName()).containsOnlyKeys("Bob Ray");
    assertThat(crops.warnings())
        .containsExactly("the crops of 1 people are left out, who are not in people");
  }

  @Test
  void cropsOfWhichNoneIsLeftAreRefused() {
    assertThatThrownBy(() -> choose("by-photograph", person("Ann Lee", "f/x.png", "f/1.png")))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith(
            "faces holds 2 crops, but none that a defense may have: 1 have no number");
  }

  private static FaceCrops choose(String split, Person... crops) {
    return FaceCrops.choose(
        new People(List.of(crops), "hash"), settings(split), PEOPLE, APART, READER);
  }

  private static FaceSettings settings(String split) {
    return new SettingsType<>(FaceSettings.class).read(Map.of("split", split), "faces");
  }

  private static List<String> names(FaceCrops crops, String person) {
    return crops.byName().getOrDefault(person, List.of()).stream().map(ImageFile::name).toList();
  }

  private static Person person(String name, String... files) {
    return new Person(name, Stream.of(files).<ImageFile>map(Named::new).toList());
  }

  /** A picture under a path. */
  private record Named(String name) implements ImageFile {
    @Override
    public Picture read() {
      return new TinyPicture(TinyPicture.Shape.DISC, name.hashCode() & 0xffffff).read();
    }
  }
}
