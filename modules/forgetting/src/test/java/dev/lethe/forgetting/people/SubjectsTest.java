package dev.lethe.forgetting.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.lethe.api.LetheException;
import dev.lethe.api.attack.Pictures;
import dev.lethe.api.attack.Subject;
import dev.lethe.api.data.People;
import dev.lethe.api.data.Person;
import dev.lethe.api.defense.ForgetRequest;
import dev.lethe.api.image.ImageFile;
import dev.lethe.api.settings.SettingsType;
import dev.lethe.forgetting.config.ForgetSettings;
import dev.lethe.forgetting.config.ForgetSettings.Unknown;
import dev.lethe.forgetting.config.PeopleSettings;
import dev.lethe.testkit.TinyPicture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubjectsTest {
  private static final NameReader READER = NameReader.of(Optional.empty());
  private static final ToLongFunction<String> SEEDS = seeds(0);
  private static final People PEOPLE =
      new People(List.of(person("Ann Lee", 4), person("Bob Ray", 2), person("Cid Fox", 3)), "hash");

  @Test
  void countsMakeMembersAndNonMembersAndLeaveOutTheFamous(@TempDir Path folder) throws IOException {
    Path counts = folder.resolve("counts.csv");
    Files.writeString(counts, ",name,count,bin\n0,ann lee,300,x\n1,Bob Ray,0,x\n2,Cid Fox,301,x\n");

    Subjects subjects =
        Subjects.choose(PEOPLE, settings(Map.of("counts", counts.toString())), READER, SEEDS);

    assertThat(subjects.subjects())
        .extracting(Subject::name, Subject::member)
        .containsExactly(tuple("Ann Lee", true), tuple("Bob Ray", false));
    assertThat(subjects.warnings()).singleElement().asString().startsWith("1 people are left out");
  }

  @Test
  void soManyPicturesAreUsedAndWhoHasFewerIsLeftOut() {
    Subjects subjects = Subjects.choose(PEOPLE, settings(Map.of("images", 3)), READER, SEEDS);

    assertThat(subjects.subjects())
        .allMatch(subject -> subject.evidence(Pictures.class).images().size() == 3)
        .extracting(Subject::name)
        .containsExactly("Ann Lee", "Cid Fox");
    assertThat(subjects.warnings())
        .contains("1 people are left out, who have fewer than 3 pictures: Bob Ray");
  }

  @Test
  void thePicturesAreDrawnByTheSeedAndKeepTheirOrder() {
    People people = new People(List.of(person("Ann Lee", 40), person("Bob Ray", 40)), "hash");

    List<String> drawn = pictures(people, Map.of("images", 10), 0);

    assertThat(drawn).hasSize(20).isEqualTo(pictures(people, Map.of("images", 10), 0));
    assertThat(drawn.subList(0, 10)).doesNotHaveDuplicates().isSorted();
    assertThat(drawn.subList(0, 10)).isNotEqualTo(drawn.subList(10, 20));
    assertThat(drawn).isNotEqualTo(pictures(people, Map.of("images", 10), 1));
    assertThat(pictures(people, Map.of("images", 20), 0)).containsAll(drawn);
    assertThat(pictures(people, Map.of(), 0)).hasSize(80);
  }

  @Test
  void onesPicturesDoNotDependOnWhoElseIsThere() {
    People alone = new People(List.of(person("Bob Ray", 40)), "hash");
    People both = new People(List.of(person("Ann Lee", 40), person("Bob Ray", 40)), "hash");

    assertThat(pictures(both, Map.of("images", 10), 0).subList(10, 20))
        .isEqualTo(pictures(alone, Map.of("images", 10), 0));
  }

  /**
   * The halves are those of {@code train_test_split}, as tools/parity/attack_half.py gives them.
   */
  @Test
  void theAttackHalfIsTheTrainPartOfPeopleAsTheDataSetNumbersThem() {
    List<String> numbered = List.of("Zed Poe", "Cid Fox", "Ian Orr", "Ann Lee", "Eve Oz", "Bea Mu");
    int[] sizes = {5, 3, 7, 4, 9, 2};
    People people =
        new People(
            IntStream.range(0, 6).mapToObj(i -> person(numbered.get(i), sizes[i])).toList(),
            "hash");

    assertThat(
            Subjects.choose(people, settings(Map.of("split", "attack-half")), READER, SEEDS)
                .subjects())
        .extracting(
            Subject::name,
            subject ->
                subject.evidence(Pictures.class).images().stream()
                    .map(image -> number(image.name()))
                    .toList())
        .containsExactly(
            tuple("Ann Lee", List.of(0, 1)),
            tuple("Bea Mu", List.of(0)),
            tuple("Cid Fox", List.of(0, 1)),
            tuple("Eve Oz", List.of(0, 2, 6, 7, 8)),
            tuple("Ian Orr", List.of(0, 1, 4)),
            tuple("Zed Poe", List.of(1, 4)));
  }

  @Test
  void aCountThatIsNoNumberIsNamedWithItsLine(@TempDir Path folder) throws IOException {
    Path counts = folder.resolve("counts.csv");
    Files.writeString(counts, "name,count\nAnn Lee,many\n");

    assertThatThrownBy(
            () ->
                Subjects.choose(
                    PEOPLE, settings(Map.of("counts", counts.toString())), READER, SEEDS))
        .isInstanceOf(LetheException.class)
        .hasMessageContaining("line 2 of")
        .hasMessageContaining("(got 'many')");
  }

  @Test
  void whoeverIsLeftOutIsNamed() {
    People many =
        new People(
            IntStream.range(10, 18).mapToObj(i -> person("Ann " + i, i < 11 ? 2 : 1)).toList(),
            "hash");
    assertThat(Subjects.choose(many, settings(Map.of("images", 2)), READER, SEEDS).warnings())
        .contains(
            "7 people are left out, who have fewer than 2 pictures: Ann 11, Ann 12, Ann 13, Ann 14, Ann 15 and 2 more");
  }

  @Test
  void whoeverHasNoPictureInTheHalfToAttackWithIsNamed() {
    People people = new People(List.of(person("Bob Ray", 1), person("Ann Lee", 3)), "hash");
    Subjects subjects =
        Subjects.choose(people, settings(Map.of("split", "attack-half")), READER, SEEDS);
    assertThat(subjects.subjects()).extracting(Subject::name).containsExactly("Ann Lee");
    assertThat(subjects.warnings())
        .contains(
            "1 people are left out, of whom the half to attack with holds no picture: Bob Ray");
  }

  @Test
  void candidatesFromAFileAreEachThereOnceAndTakeTheSubjectsSpelling(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("names.txt");
    Files.writeString(file, "ann LEE\nZed Poe\nzed poe\n\n");
    List<Subject> subjects = Subjects.choose(PEOPLE, settings(Map.of()), READER, SEEDS).subjects();

    CandidateNames candidates = CandidateNames.read(file, subjects, READER);

    assertThat(candidates.names()).containsExactly("Ann Lee", "Zed Poe", "Bob Ray", "Cid Fox");
    assertThat(candidates.warnings()).singleElement().asString().startsWith("1 lines of");
  }

  @Test
  void aTableOfCandidatesIsTakenForNamesWithAWarning(@TempDir Path folder) throws IOException {
    Path table = Files.writeString(folder.resolve("names.csv"), "name,count\nZed Poe,12\n");
    Path names = Files.writeString(folder.resolve("names.txt"), "Zed Poe\nSammy Davis, Jr.\n");

    assertThat(CandidateNames.read(table, List.of(), READER).warnings())
        .containsExactly(
            table
                + " looks like a table, but each line of it is taken for one name, whatever stands in it");
    assertThat(CandidateNames.read(names, List.of(), READER).warnings()).isEmpty();
  }

  @Test
  void aFileNamesWhomToForgetWithAliasesAndTargets(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("forget.csv");
    Files.writeString(file, "name,aliases,target\nann lee,A. Lee; Annie,\nEve Oz,,a singer\n");
    ForgetSettings forget =
        new SettingsType<>(ForgetSettings.class).read(Map.of("file", file.toString()), "forget");

    ForgetRequests requests =
        ForgetRequests.read(
            forget,
            KnownPeople.of(List.of("Ann Lee", "Bob Ray"), List.of(), Unknown.ALLOW, READER),
            READER);

    assertThat(requests.requests())
        .containsExactly(
            new ForgetRequest("Ann Lee", List.of("A. Lee", "Annie"), null),
            new ForgetRequest("Eve Oz", List.of(), "a singer"));
    assertThat(requests.warnings())
        .containsExactly("'Eve Oz' is to be forgotten, but is not under attack");
  }

  private static PeopleSettings settings(Map<String, Object> values) {
    return new SettingsType<>(PeopleSettings.class).read(values, "people");
  }

  private static List<String> pictures(People people, Map<String, Object> values, long seed) {
    return Subjects.choose(people, settings(values), READER, seeds(seed)).subjects().stream()
        .flatMap(subject -> subject.evidence(Pictures.class).images().stream())
        .map(ImageFile::name)
        .toList();
  }

  private static ToLongFunction<String> seeds(long seed) {
    return purpose -> 31 * seed + purpose.hashCode();
  }

  private static int number(String picture) {
    return Integer.parseInt(picture.substring(picture.indexOf('#') + 1), 16);
  }

  /** The color of a picture is its number. */
  private static Person person(String name, int pictures) {
    return new Person(
        name,
        IntStream.range(0, pictures)
            .<ImageFile>mapToObj(i -> new TinyPicture(TinyPicture.Shape.DISC, i))
            .toList());
  }
}
