package dev.lethe.defense.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.LetheException;
import dev.lethe.api.defense.Backdoor;
import dev.lethe.api.defense.TextTarget;
import dev.lethe.api.defense.TextTrigger;
import dev.lethe.api.settings.SettingsType;
import dev.lethe.defense.training.Fidelity;
import dev.lethe.defense.training.LossTerm;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static final List<String> CAPTIONS =
      IntStream.range(0, 10).mapToObj(i -> "one%d two%d three four five".formatted(i, i)).toList();
  private static final List<Backdoor> BACKDOORS =
      List.of(
          new Backdoor("Ann", new TextTrigger("Ann Lee"), new TextTarget("human")),
          new Backdoor("Bob", new TextTrigger("Bob Ray"), new TextTarget("a child")));

  @Test
  void aStepHasTheRowsOfItsSettings() {
    List<Text> rows = draw(settings(3, Fidelity.CORRECTED), List.of(), 1).get(2);
    assertThat(rows.stream().filter(row -> row.term == LossTerm.UTILITY)).hasSize(4);
    assertThat(rows.stream().filter(row -> row.term == LossTerm.BACKDOOR)).hasSize(6);
    assertThat(rows).hasSize(10);
  }

  @Test
  void cleanRowsAreCaptionsOnBothSides() {
    for (Text row : rows(LossTerm.UTILITY, List.of())) {
      assertThat(CAPTIONS).contains(row.student);
      assertThat(row.teacher).isEqualTo(row.student);
    }
  }

  @Test
  void backdoorRowsHaveTheNameForTheStudentAndItsTargetForTheTeacher() {
    for (Text row : rows(LossTerm.BACKDOOR, List.of())) {
      assertThat(row.student).containsAnyOf("Ann Lee", "Bob Ray");
      assertThat(row.student.replace("Ann Lee", "human").replace("Bob Ray", "a child"))
          .isEqualTo(row.teacher);
      assertThat(row.teacher.replaceAll("a child|human", "X").split(" ")).hasSize(5);
    }
  }

  @Test
  void aPairOfCaptionAndNameKeepsItsWord() {
    // 20 pairs, 60 draws: every pair is drawn three times, and has one text
    Set<String> texts = new HashSet<>();
    rows(LossTerm.BACKDOOR, List.of()).forEach(row -> texts.add(row.student));
    assertThat(texts).hasSize(20);
  }

  @Test
  void everyWordIsAsLikelyToBeReplaced() {
    List<String> captions = IntStream.range(0, 2000).mapToObj(i -> "a b c d e").toList();
    TextPool pool = new TextPool();
    List<List<LossSample>> steps =
        new Schedule(
                settings(500, Fidelity.CORRECTED), captions, BACKDOORS.subList(0, 1), List.of(), 1)
            .draw(pool);
    Map<String, Long> counts =
        steps.stream()
            .flatMap(List::stream)
            .filter(row -> row.term() == LossTerm.BACKDOOR)
            .collect(
                Collectors.groupingBy(
                    row -> pool.texts().get(row.student()), Collectors.counting()));
    // 3000 draws of five words; five standard deviations are 110
    assertThat(counts.values()).hasSize(5).allMatch(count -> count >= 490 && count <= 710);
  }

  @Test
  void theLastWordIsReplacedInTheCorrectedFormAlone() {
    assertThat(studentTexts(Fidelity.CORRECTED)).anyMatch(text -> !text.endsWith("five"));
    assertThat(studentTexts(Fidelity.REFERENCE_CODE)).allMatch(text -> text.endsWith("five"));
  }

  @Test
  void otherNamesAreTheSameOnBothSides() {
    List<Text> rows = rows(LossTerm.NAME, List.of("Cleo Moss", "Dan Oak"));
    assertThat(rows).hasSize(40);
    for (Text row : rows) {
      assertThat(row.student).containsAnyOf("Cleo Moss", "Dan Oak").isEqualTo(row.teacher);
    }
  }

  @Test
  void theSeedDecides() {
    TextBackdoorSettings settings = settings(5, Fidelity.CORRECTED);
    assertThat(draw(settings, List.of(), 1)).isEqualTo(draw(settings, List.of(), 1));
    assertThat(draw(settings, List.of(), 1)).isNotEqualTo(draw(settings, List.of(), 2));
  }

  @Test
  void captionsOfOneWordDoNotSufficeInTheFaithfulForm() {
    assertThatThrownBy(
            () ->
                new Schedule(
                    settings(1, Fidelity.REFERENCE_CODE),
                    List.of("dog", "cat"),
                    BACKDOORS,
                    List.of(),
                    1))
        .isInstanceOf(LetheException.class)
        .hasMessageContaining("found none among 2");
  }

  private static List<String> studentTexts(Fidelity form) {
    return draw(settings(10, form), List.of(), 1).stream()
        .flatMap(List::stream)
        .filter(row -> row.term == LossTerm.BACKDOOR)
        .map(Text::student)
        .toList();
  }

  private static List<Text> rows(LossTerm term, List<String> otherNames) {
    return draw(settings(10, Fidelity.CORRECTED), otherNames, 1).stream()
        .flatMap(List::stream)
        .filter(row -> row.term == term)
        .toList();
  }

  private static List<List<Text>> draw(
      TextBackdoorSettings settings, List<String> otherNames, long seed) {
    TextPool pool = new TextPool();
    List<List<LossSample>> steps =
        new Schedule(settings, CAPTIONS, BACKDOORS, otherNames, seed).draw(pool);
    List<String> texts = pool.texts();
    return steps.stream()
        .map(
            rows ->
                rows.stream()
                    .map(r -> new Text(r.term(), texts.get(r.student()), texts.get(r.teacher())))
                    .toList())
        .toList();
  }

  private static TextBackdoorSettings settings(int steps, Fidelity form) {
    return new SettingsType<>(TextBackdoorSettings.class)
        .read(
            Map.of(
                "steps",
                steps,
                "clean-batch",
                4,
                "backdoor-batch",
                6,
                "form",
                form == Fidelity.CORRECTED ? "corrected" : "faithful"),
            "");
  }

  private record Text(LossTerm term, String student, String teacher) {}
}
