package dev.lethe.forgetting.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.attack.Pictures;
import dev.lethe.api.attack.Subject;
import dev.lethe.api.data.People;
import dev.lethe.api.data.Person;
import dev.lethe.api.defense.ForgetRequest;
import dev.lethe.api.image.ImageFile;
import dev.lethe.api.settings.SettingsException;
import dev.lethe.testkit.TinyPicture;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetainedPeopleTest {
  private static final NameReader READER = NameReader.of(Optional.empty());
  private static final List<String> NAMES =
      List.of("Ann Lee", "Bob Ray", "Cid Fox", "Eve Oz", "Ian Orr", "Zed Poe");
  private static final List<Subject> SUBJECTS =
      NAMES.stream().map(name -> new Subject(name, true, new Pictures(pictures(name, 1)))).toList();

  @Test
  void theSeedDrawsThemAndWhoIsForgottenIsNotAmongThem() {
    RetainedPeople drawn = draw(3, List.of(), 0, 7);
    List<String> all = names(drawn.without(List.of()));

    assertThat(all).hasSize(3).isEqualTo(names(draw(3, List.of(), 0, 7).without(List.of())));
    assertThat(names(draw(2, List.of(), 0, 7).without(List.of()))).isEqualTo(all.subList(0, 2));
    assertThat(names(drawn.without(List.of(all.get(0)))))
        .hasSize(3)
        .startsWith(all.get(1), all.get(2))
        .doesNotContain(all.get(0));
  }

  @Test
  void moreThanAreLeftCannotBeDrawn() {
    assertThat(draw(3, List.of("Ann Lee"), 2, 0).most()).isEqualTo(3);
    assertThatThrownBy(() -> draw(4, List.of("Ann Lee"), 2, 0))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith("retain.count must be between 1 and 3 (got 4)");
  }

  @Test
  void peopleOfASourceComeWithThePicturesThatNoAttackUses() {
    People source =
        new People(
            List.of(
                new Person("ANN LEE", List.of(pictures("Ann Lee", 1).get(0), disc("more"))),
                new Person("Bob Ray", pictures("Bob Ray", 1)),
                new Person("Max Roe", List.of(disc("max")))),
            "hash");

    List<Person> retained = RetainedPeople.read(source, SUBJECTS, List.of(), READER).people();

    assertThat(retained)
        .containsExactly(
            new Person("Ann Lee", List.of(disc("more"))),
            new Person("Max Roe", List.of(disc("max"))));
  }

  @Test
  void whoIsToBeForgottenIsNotRetained() {
    People source = new People(List.of(new Person("Ann Lee", List.of(disc("a")))), "hash");
    ForgetRequest request = new ForgetRequest("Cid Fox", List.of("ann lee"), null);

    assertThatThrownBy(() -> RetainedPeople.read(source, SUBJECTS, List.of(request), READER))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "retain holds 'Ann Lee', who is to be forgotten as 'Cid Fox': leave the person out of one of both");
  }

  private static RetainedPeople draw(int count, List<String> asked, int drawn, long seed) {
    Map<String, List<ImageFile>> pictures = new HashMap<>();
    NAMES.forEach(name -> pictures.put(name, pictures(name, 2)));
    return RetainedPeople.draw(count, SUBJECTS, pictures, asked, drawn, seed);
  }

  private static List<String> names(List<Person> people) {
    return people.stream().map(Person::name).toList();
  }

  private static List<ImageFile> pictures(String name, int which) {
    return List.of(disc(name + which));
  }

  private static ImageFile disc(String what) {
    return new TinyPicture(TinyPicture.Shape.DISC, what.hashCode() & 0xffffff);
  }
}
