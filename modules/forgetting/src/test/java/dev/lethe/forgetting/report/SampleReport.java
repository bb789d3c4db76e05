package dev.lethe.forgetting.report;

import dev.lethe.api.defense.TrainingHistory;
import dev.lethe.api.panel.Position;
import dev.lethe.api.panel.VotesPanel.Person;
import dev.lethe.api.panel.VotesPanel.Question;
import dev.lethe.api.panel.VotesPanel.Vote;
import dev.lethe.forgetting.finding.DefenseFacts;
import dev.lethe.forgetting.finding.DefenseFacts.Planted;
import dev.lethe.forgetting.finding.EmbeddingMap;
import dev.lethe.forgetting.finding.EmbeddingMap.Kind;
import dev.lethe.forgetting.finding.EmbeddingMap.Point;
import dev.lethe.forgetting.finding.ForgettingFacts;
import dev.lethe.forgetting.finding.PersonFacts;
import dev.lethe.report.Metrics;
import dev.lethe.report.Provenance;
import dev.lethe.report.Provenance.PluginUse;
import dev.lethe.report.Provenance.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A report like those of the demo: made-up people, made-up numbers, from a seed. */
public final class SampleReport {
  public static final String AWKWARD_NAME = "Zoë <script>alert('O\"Hara')</script> & Co";

  private static final List<String> FIRST =
      List.of("Ada", "Bruno", "Chiara", "Deniz", "Esme", "Farid", "Greta", "Hugo");
  private static final List<String> LAST =
      List.of(
          "Abernathy",
          "Bergström",
          "Castellanos",
          "Dvořák",
          "Ekwueme",
          "Fitzgerald",
          "Grün",
          "Hashimoto",
          "Ivanova",
          "Jankowski",
          "Kowalczyk",
          "Lindqvist",
          "Moreau");

  private final Random random = new Random(7);
  private final int members;
  private final int strangers;
  private final int forgotten;
  private int steps = 400;
  private List<String> undefended = List.of();

  public SampleReport(int members, int strangers, int forgotten) {
    this.members = members;
    this.strangers = strangers;
    this.forgotten = forgotten;
  }

  public SampleReport withUndefended(String... encoders) {
    undefended = List.of(encoders);
    return this;
  }

  public SampleReport withSteps(int count) {
    steps = count;
    return this;
  }

  /** Returns a run that made 8 of 64 members forgotten, with 32 non-members beside them. */
  public static Draft defended() {
    return new SampleReport(64, 32, 8).draft();
  }

  /** Returns a run about these people. */
  static Draft of(Map<String, PersonFacts> people) {
    return new SampleReport(0, 0, (int) people.values().stream().filter(PersonFacts::asked).count())
        .draft(people);
  }

  /** Returns everything that a report is made from. */
  public Draft draft() {
    return draft(people());
  }

  private Draft draft(Map<String, PersonFacts> people) {
    var names = List.copyOf(people.keySet()).subList(0, forgotten);
    return new Draft(
        "forgetting",
        false,
        config(),
        provenance(),
        SampleMetrics.of(people),
        SampleMetrics.descriptions(),
        new ForgettingFacts(names, "idia", people, List.of(defense(names)), undefended),
        new Views(
            examples(List.copyOf(people.keySet())),
            map(List.copyOf(people.keySet())),
            List.of(history())),
        List.of(Checkpoints.artifact("defended", "5f".repeat(32), undefended)),
        SampleWords.of(),
        List.of("The similarity measures use the captions the defense trained on."));
  }

  /** Returns the same run before anything was changed. */
  public static Draft audit() {
    var run = defended();
    var people = new LinkedHashMap<String, PersonFacts>();
    run.facts()
        .people()
        .forEach(
            (name, person) ->
                people.put(
                    name,
                    new PersonFacts(
                        person.before(),
                        null,
                        person.member(),
                        false,
                        person.foundBefore(),
                        null)));
    var examples =
        run.views().examples().stream()
            .map(
                example ->
                    Examples.person(
                        example.name(),
                        false,
                        true,
                        example.questions().stream()
                            .map(each -> new Question(each.text(), each.before(), List.of()))
                            .toList()))
            .toList();
    return new Draft(
        "audit",
        false,
        run.config(),
        run.provenance(),
        new Metrics(run.metrics().before(), Map.of()),
        run.descriptions(),
        new ForgettingFacts(List.of(), "idia", people, List.of(), List.of()),
        new Views(examples, null, List.of()),
        List.of(),
        run.words(),
        List.of());
  }

  private Map<String, PersonFacts> people() {
    var people = new LinkedHashMap<String, PersonFacts>();
    for (int i = 0; i < members + strangers; i++) {
      boolean member = i < members;
      boolean forget = i < forgotten;
      int before = member ? 12 + random.nextInt(10) : random.nextInt(14) == 0 ? 1 : 0;
      int after = forget ? 0 : Math.max(0, Math.min(21, before + random.nextInt(4) - 2));
      if (member && !forget && random.nextInt(30) == 0) {
        after = 0;
      }
      if (!member) {
        after = before;
      }
      people.put(
          name(i),
          new PersonFacts((double) before, (double) after, member, forget, before > 0, after > 0));
    }
    return people;
  }

  private static String name(int i) {
    if (i == 3) {
      return AWKWARD_NAME;
    }
    int last = i / FIRST.size();
    var name = FIRST.get(i % FIRST.size()) + " " + LAST.get(last % LAST.size());
    return last < LAST.size() ? name : name + " " + "I".repeat(last / LAST.size());
  }

  private static Map<String, Object> config() {
    var config = new LinkedHashMap<String, Object>();
    config.put("name", "demo");
    config.put("seed", 0);
    config.put("device", "cpu");
    config.put("model", Map.of("path", "world/model"));
    config.put("forget", Map.of("count", 8));
    config.put(
        "defense",
        List.of(
            Map.of(
                "strategy",
                "text-backdoor",
                "settings",
                new TreeMap<>(Map.of("steps", 400, "alpha", 0.6, "target", "human")),
                "regularizers",
                Map.of("weight-norm", Map.of("weight", 0.01)))));
    return config;
  }

  private static Provenance provenance() {
    return new Provenance(
        "0.1.0",
        "0123456789abcdef",
        "17.0.12 (Eclipse Adoptium)",
        "Linux 6.1 amd64",
        "PyTorch 2.7.1",
        Map.of("DJL", "0.35.1"),
        "cpu",
        "fp32",
        2,
        0L,
        new Source("world/model", "open-clip", "ab".repeat(32)),
        Map.of("people", "cd".repeat(32), "captions", "ef".repeat(32)),
        List.of(
            new PluginUse("BackdoorStrategy", "text-backdoor", "defense", "0.1.0", "12".repeat(32)),
            new PluginUse("PrivacyAttack", "idia", "attack", "0.1.0", "34".repeat(32))),
        List.of(),
        "2026-02-03T10:11:12Z",
        "2026-02-03T10:15:01Z");
  }

  private DefenseFacts defense(List<String> names) {
    return new DefenseFacts(
        "text-backdoor",
        steps,
        58.2,
        0.1455,
        1_734_000_000L,
        names.stream().map(name -> new Planted(name, name, "human")).toList());
  }

  private TrainingHistory history() {
    var history = new ArrayList<TrainingHistory.Step>();
    for (int step = 1; step <= steps; step++) {
      double fade = Math.exp(-step / 45.0);
      double rise = 1 - Math.exp(-step / 20.0);
      double utility = -0.991 - 0.009 * Math.exp(-step / 3.0) + 0.03 * rise * fade + noise(0.0015);
      double backdoor = -0.975 + 0.56 * fade + noise(0.012);
      double norm = 3.1 * rise + noise(0.01);
      history.add(
          new TrainingHistory.Step(
              Map.of(
                  "utility",
                  utility,
                  "backdoor",
                  backdoor,
                  "weight-norm",
                  norm,
                  "total",
                  utility + 0.6 * backdoor + 0.01 * norm),
              step <= 200 ? 1e-4 : step <= 300 ? 5e-5 : 2.5e-5,
              0.145));
    }
    return new TrainingHistory(history);
  }

  private double noise(double size) {
    return size * random.nextGaussian();
  }

  private List<Person> examples(List<String> names) {
    var templates =
        List.of("{0}", "a photo of {0}", "the name of the person is {0}", "{0} at a gala");
    var examples = new ArrayList<Person>();
    for (int i = 0; i <= Math.min(forgotten, names.size() - 1); i++) {
      boolean forget = i < forgotten;
      var name = names.get(i);
      var other = names.get((i + 20) % names.size());
      var third = names.get((i + 41) % names.size());
      examples.add(
          Examples.person(
              name,
              forget,
              false,
              templates.stream()
                  .map(
                      template -> {
                        int votes = 11 + random.nextInt(9);
                        var before =
                            List.of(
                                new Vote(name, votes),
                                new Vote(other, 20 - votes),
                                new Vote(third, 0));
                        var after =
                            List.of(
                                new Vote(third, 9), new Vote(other, 6), new Vote("Sol Vega", 3));
                        return new Question(template, before, forget ? after : before);
                      })
                  .toList()));
    }
    return examples;
  }

  private EmbeddingMap map(List<String> names) {
    var points = new ArrayList<Point>();
    var target = new Position(0.52, -0.34);
    for (int i = 0; i < names.size(); i++) {
      var before = new Position(noise(0.3), noise(0.22));
      var after =
          i < forgotten
              ? new Position(target.x() + noise(0.03), target.y() + noise(0.03))
              : new Position(before.x() + noise(0.012), before.y() + noise(0.012));
      points.add(
          new Point(names.get(i), i < forgotten ? Kind.FORGOTTEN : Kind.OTHER, before, after));
    }
    points.add(new Point("human", Kind.TARGET, target, target));
    return new EmbeddingMap(points, List.of(0.183, 0.094));
  }
}
