package dev.lethe.evaluation.retrieval;

import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.Metric.Role;
import dev.lethe.api.metric.Metric.Unit;
import dev.lethe.api.metric.MetricValue;
import dev.lethe.api.metric.Reading;
import dev.lethe.api.verdict.Statement;
import dev.lethe.tensor.statistics.Share;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is searched by what. */
enum Direction {
  /** A picture among all, by its caption. */
  TEXT_TO_IMAGE(
      "text-to-image",
      "captions whose own picture is among the nearest %d of all",
      "Its picture first for a caption",
      "For %s of the captions their own picture is the nearest (%s before)."),
  /** A caption among all, by its picture. */
  IMAGE_TO_TEXT(
      "image-to-text",
      "pictures that have one of their own captions among the nearest %d of all",
      "Its caption first for a picture",
      "For %s of the pictures one of their own captions is the nearest (%s before).");

  private static final List<Integer> PLACES = List.of(1, 5, 10);

  private final String name;
  private final String counted;
  private final String label;
  private final String sentence;

  Direction(String name, String counted, String label, String sentence) {
    this.name = name;
    this.counted = counted;
    this.label = label;
    this.sentence = sentence;
  }

  /** Returns the recalls. */
  List<MetricValue> recalls(int[] ranks) {
    return PLACES.stream()
        .map(
            places ->
                Share.of(
                    recall(places),
                    (int) Arrays.stream(ranks).filter(rank -> rank < places).count(),
                    ranks.length))
        .toList();
  }

  /** Returns what a metric says in a verdict, if it is the first recall of this direction. */
  Optional<Statement> statement(Reading reading) {
    Double after = reading.after();
    if (!reading.metric().name().equals(recall(1).name()) || after == null) {
      return Optional.empty();
    }
    String before = reading.before() == null ? "not known" : Unit.SHARE.text(reading.before());
    return Optional.of(new Statement(label, sentence.formatted(Unit.SHARE.text(after), before)));
  }

  private Metric recall(int places) {
    return new Metric(
        "retrieval.%s.recall%d".formatted(name, places),
        Unit.SHARE,
        Metric.Direction.HIGHER,
        places == 1 ? Role.UTILITY : Role.DETAIL,
        "Share of the %s.".formatted(counted.formatted(places)));
  }
}
