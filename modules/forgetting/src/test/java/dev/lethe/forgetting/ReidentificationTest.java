package dev.lethe.forgetting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.api.panel.MapPanel;
import dev.lethe.api.panel.MapPanel.Point;
import dev.lethe.api.panel.Position;
import dev.lethe.api.panel.VotesPanel;
import dev.lethe.api.panel.VotesPanel.Person;
import dev.lethe.engine.Build;
import dev.lethe.engine.ExperimentPlan;
import dev.lethe.engine.Experiments;
import dev.lethe.engine.RunRequest;
import dev.lethe.engine.RunResult;
import dev.lethe.forgetting.finding.PersonFacts;
import dev.lethe.report.Report;
import dev.lethe.testkit.TinyPicture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody gets a redacted run, and has the original checkpoint, the photographs, the captions, the
 * candidates and the configuration, everything but the key: so he can run the experiment himself,
 * with names, and compare.
 */
class ReidentificationTest {
  private static final List<String> FIRST = List.of("Ana", "Ben", "Cleo", "Dirk", "Eva", "Finn");
  private static final List<String> LAST = List.of("Abel", "Brandt", "Crane", "Dietz");

  /** Numbers with more digits than two after the point, and hashes. */
  private static final Pattern FACT =
      Pattern.compile("\\d\\.\\d{3,}(?:E-?\\d+)?|(?<![0-9a-f])[0-9a-f]{12,}(?![0-9a-f])");

  /** By chance one of them stands where he would stand by name; eight do once in 100,000 times. */
  private static final int BY_CHANCE = 7;

  @TempDir static Path folder;
  @TempDir static Path redactedRuns;
  @TempDir static Path ownRuns;
  @TempDir static Path otherRuns;
  static TinyWorld world;
  static RunResult redacted;
  static Report named;
  static Report own;
  static List<String> people;

  @BeforeAll
  static void run() {
    world = new TinyWorld(folder);
    people = crowd("crowd", FIRST, 0);
    List<String> others = crowd("others", List.of("Gus", "Hedi", "Ines", "Jan"), 7);
    redacted = TinyWorld.run(world.redacted(redactedRuns, overrides("crowd", people)));
    named = TinyWorld.read(TinyWorld.key(redacted.directory()));
    own = TinyWorld.run(world.request(ownRuns, overrides("crowd", people))).report();
    TinyWorld.run(world.request(otherRuns, overrides("others", others)));
  }

  @Test
  void nothingThatFollowsFromThePeopleIsInARedactedRun() {
    Set<String> telling = facts(ownRuns);
    telling.removeAll(facts(otherRuns));

    assertThat(telling).hasSizeGreaterThan(100);
    assertThat(facts(redactedRuns)).isNotEmpty().doesNotContainAnyElementsOf(telling);
    assertThat(own.metrics()).isEqualTo(named.metrics());
  }

  @Test
  void nobodyIsFoundByPlaceOnTheMapByCountsOrByVotes() {
    assertThat(hits(byMap())).isZero();
    assertThat(hits(byCounts())).isZero();
    assertThat(hits(byVotes())).isZero();
  }

  @Test
  void nobodyIsFoundByOrderMoreOftenThanByChance() {
    List<String> sorted = people.stream().sorted().toList();

    assertThat(hits(inOrder(TinyWorld.facts(redacted.report()).people().keySet(), people)))
        .isLessThanOrEqualTo(BY_CHANCE);
    assertThat(hits(inOrder(TinyWorld.facts(redacted.report()).people().keySet(), sorted)))
        .isLessThanOrEqualTo(BY_CHANCE);
    assertThat(TinyWorld.facts(redacted.report()).forgotten())
        .isSorted()
        .hasSameSizeAs(TinyWorld.facts(own).forgotten());
  }

  @Test
  void theSameRunOfAnotherUserHasAnotherName(@TempDir Path out, @TempDir Path user) {
    Experiments other = Experiments.of(TinyWorld.extensions(), new Build("0.1.0", "abc1234"), user);
    RunRequest request = world.redacted(out, overrides("crowd", people));

    try (ExperimentPlan plan = other.plan(request, dev.lethe.api.Progress.silent())) {
      assertThat(plan.directory().getFileName()).isNotEqualTo(redacted.directory().getFileName());
    }
  }

  private static String[] overrides(String crowd, List<String> names) {
    return new String[] {
      "people.source=folders",
      "people.path=" + world.path(crowd),
      "people.members=" + world.path(crowd + ".txt"),
      "forget.names=[%s, %s, %s]".formatted(names.get(5), names.get(2), names.get(8))
    };
  }

  private static List<String> crowd(String folder, List<String> firstNames, int shade) {
    List<String> names = new ArrayList<>();
    for (String first : firstNames) {
      for (String last : LAST) {
        int person = names.size();
        names.add(first + " " + last);
        new TinyPicture(
                TinyPicture.Shape.values()[person % 3], 0x0a0b0c * (person + 1) + 0x30 * shade)
            .write(world.path("%s/%s_%s/0.png".formatted(folder, first, last)));
      }
    }
    world.write(folder + ".txt", String.join("\n", names.subList(0, names.size() * 2 / 3)));
    return names;
  }

  /** Returns every fact in the texts and the names of the files below a folder. */
  private static Set<String> facts(Path runs) {
    Set<String> facts = new TreeSet<>();
    for (Path file : TinyWorld.files(runs)) {
      collect(runs.relativize(file).toString(), facts);
      boolean checkpoint = file.toString().contains("/model/");
      if (!checkpoint && !file.toString().endsWith(".f32")) {
        try {
          collect(Files.readString(file, StandardCharsets.ISO_8859_1), facts);
        } catch (IOException e) {
          throw new java.io.UncheckedIOException(e);
        }
      }
    }
    return facts;
  }

  private static void collect(String text, Set<String> facts) {
    Matcher fact = FACT.matcher(text);
    while (fact.find()) {
      facts.add(fact.group());
    }
  }

  private static Map<String, String> byMap() {
    Map<String, String> guesses = new HashMap<>();
    for (Point point : points(redacted.report())) {
      points(own).stream()
          .min(Comparator.comparingDouble(each -> distance(each.before(), point.before())))
          .ifPresent(nearest -> guesses.put(point.label(), nearest.label()));
    }
    return guesses;
  }

  private static List<Point> points(Report report) {
    return TinyWorld.panels(report, MapPanel.class).stream()
        .flatMap(map -> map.series().stream())
        .flatMap(series -> series.points().stream())
        .toList();
  }

  private static double distance(Position one, Position other) {
    return Math.hypot(one.x() - other.x(), one.y() - other.y());
  }

  private static Map<String, String> byCounts() {
    Map<String, String> guesses = new HashMap<>();
    TinyWorld.facts(redacted.report())
        .people()
        .forEach(
            (pseudonym, person) ->
                TinyWorld.facts(own).people().entrySet().stream()
                    .filter(each -> person.before() != null && sameCounts(person, each.getValue()))
                    .findFirst()
                    .ifPresent(each -> guesses.put(pseudonym, each.getKey())));
    return guesses;
  }

  private static boolean sameCounts(PersonFacts one, PersonFacts other) {
    return one.before().equals(other.before()) && one.after().equals(other.after());
  }

  private static Map<String, String> byVotes() {
    Map<String, String> guesses = new HashMap<>();
    for (Person example : examples(redacted.report())) {
      examples(own).stream()
          .filter(each -> votes(each).equals(votes(example)))
          .findFirst()
          .ifPresent(each -> guesses.put(example.name(), each.name()));
    }
    return guesses;
  }

  private static List<Person> examples(Report report) {
    return TinyWorld.panels(report, VotesPanel.class).stream()
        .flatMap(panel -> panel.people().stream())
        .toList();
  }

  private static List<List<Integer>> votes(Person example) {
    return example.questions().stream()
        .map(question -> question.before().stream().map(vote -> vote.images()).toList())
        .toList();
  }

  private static Map<String, String> inOrder(Set<String> pseudonyms, List<String> names) {
    List<String> inOrder = List.copyOf(pseudonyms);
    Map<String, String> guesses = new TreeMap<>();
    IntStream.range(0, names.size()).forEach(i -> guesses.put(inOrder.get(i), names.get(i)));
    return guesses;
  }

  /** Returns how many guesses are right, by the key. */
  private static long hits(Map<String, String> guesses) {
    Map<String, String> truth = TinyWorld.pseudonyms(redacted.directory());
    return new HashSet<>(guesses.entrySet())
        .stream().filter(each -> each.getValue().equals(truth.get(each.getKey()))).count();
  }
}
