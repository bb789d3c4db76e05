package dev.lethe.report;

import dev.lethe.api.image.RgbImage;
import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.Metric.Direction;
import dev.lethe.api.metric.Metric.Role;
import dev.lethe.api.metric.Metric.Unit;
import dev.lethe.api.panel.CurvePanel;
import dev.lethe.api.panel.MapPanel;
import dev.lethe.api.panel.Panel;
import dev.lethe.api.panel.PeoplePanel;
import dev.lethe.api.panel.PicturesPanel;
import dev.lethe.api.panel.Position;
import dev.lethe.api.panel.ScatterPanel;
import dev.lethe.api.panel.TablePanel;
import dev.lethe.api.panel.TablePanel.Cell;
import dev.lethe.api.panel.TextPanel;
import dev.lethe.api.panel.VotesPanel;
import dev.lethe.io.json.Json;
import dev.lethe.report.StoredArtifact.Kind;
import dev.lethe.report.Verdict.KeyFigure;
import dev.lethe.report.Verdict.Tone;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A report of a recipe that nobody knows: a model of no kind, a panel of every kind. */
public final class ToyReport {
  private ToyReport() {}

  public static Report of(Map<String, Object> config) {
    return of(config, new Metrics(before(), after()));
  }

  /** Returns a report of which these numbers were measured. */
  public static Report of(Map<String, Object> config, Metrics metrics) {
    return new Report(
        Report.SCHEMA,
        "toy",
        false,
        new Verdict(
            "leaks",
            "It leaks",
            Tone.BAD,
            "The attack tells members from others.",
            List.of("Found (1): Ada"),
            List.of("Chance would be one half."),
            List.of(new KeyFigure("Area under the curve", "0.5", "0.9", "of 1"))),
        config,
        provenance(),
        metrics,
        List.of(
            new Metric("toy.auc", Unit.NUMBER, Direction.LOWER, Role.LEAKAGE, "Area."),
            new Metric("toy.hits", Unit.SHARE, Direction.LOWER, Role.LEAKAGE, "Who is found."),
            new Metric("toy.seconds", Unit.SECONDS, Direction.LOWER, Role.COST, "Time it took.")),
        new Limits("What it does not show", "Nothing else.", List.of(item())),
        List.of(new Chapter("everything", "Everything", "All there is to see", panels())),
        List.of(new StoredArtifact("shadow model", Kind.OTHER, "shadow", null, "")),
        Map.of("toy", Json.written(Map.of("shadows", 4))),
        List.of("Four shadows are few."));
  }

  private static Limits.Item item() {
    return new Limits.Item("Other models.", "Each has to be asked.");
  }

  private static Map<String, @Nullable Double> before() {
    Map<String, @Nullable Double> before = new LinkedHashMap<>();
    before.put("toy.auc", 0.5);
    before.put("toy.hits", 0.9042);
    return before;
  }

  private static Map<String, @Nullable Double> after() {
    Map<String, @Nullable Double> after = new LinkedHashMap<>();
    after.put("toy.auc", 0.9);
    after.put("toy.hits", 0.0);
    after.put("toy.hits.low", 0.0);
    after.put("toy.hits.high", 0.369);
    after.put("toy.seconds", 125.0);
    return after;
  }

  public static List<Panel> panels() {
    Position here = new Position(0, 1);
    Position there = new Position(2, -1);
    return List.of(
        new TablePanel(
            "Thresholds",
            "What was called a member.",
            true,
            List.of("kind", "least loss"),
            List.of(List.of(new Cell.Text("shadow"), new Cell.Number(0.25)))),
        new CurvePanel(
            "Shadow training",
            "Four of them.",
            "epoch",
            List.of(1.0, 2.0, 3.0),
            List.of(
                new CurvePanel.Curve("loss", "Falls.", true, Arrays.asList(1.5, null, 0.5)),
                new CurvePanel.Curve("seconds", "", false, List.of(0.1, 0.1, 0.2)))),
        new ScatterPanel(
            "Scores",
            "With and without.",
            "without",
            "with",
            List.of(new ScatterPanel.Series("members", List.of(here, there)))),
        new PeoplePanel(
            "Records",
            "Whose record was found.",
            "score",
            List.of(
                new PeoplePanel.Group(
                    "Members",
                    "in the data",
                    true,
                    List.of(new PeoplePanel.Person("Ada", true, 0.75, 0.5, true, false))))),
        new VotesPanel(
            "Answers",
            "What it said.",
            List.of(
                new VotesPanel.Person(
                    "Ada",
                    "member",
                    true,
                    List.of(
                        new VotesPanel.Question(
                            "who is {0}?", List.of(new VotesPanel.Vote("Bo", 3)), List.of()))))),
        new MapPanel(
            "Space",
            "Two axes of it.",
            "first",
            "second",
            List.of(
                new MapPanel.Series(
                    "records",
                    MapPanel.Kind.EMPHASIZED,
                    List.of(new MapPanel.Point("Ada", here, there))))),
        new PicturesPanel(
            "Examples",
            "Two pixels.",
            List.of(
                new PicturesPanel.Shown(
                    "Ada", new RgbImage(2, 1, new byte[] {0, 1, 2, 3, 4, -1})))),
        new TextPanel("A word", "That is all.", true));
  }

  private static Provenance provenance() {
    return new Provenance(
        "0.1.0",
        "abc",
        "17",
        "Linux",
        "PyTorch",
        Map.of(),
        "cpu",
        "fp32",
        1,
        7L,
        new Provenance.Source("models/toy", "toy", null),
        Map.of(),
        List.of(),
        List.of(),
        "2026-01-01T00:00:00Z",
        "2026-01-01T00:00:01Z");
  }
}
