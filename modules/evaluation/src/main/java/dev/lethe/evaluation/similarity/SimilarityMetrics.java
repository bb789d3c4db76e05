package dev.lethe.evaluation.similarity;

import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.Metric.Direction;
import dev.lethe.api.metric.Metric.Unit;
import dev.lethe.api.model.TextOutput;

/** The metrics, whose meaning says what of a text M and M' stand for. */
record SimilarityMetrics(TextOutput output) {

  Metric clean() {
    return cosine(
        "similarity.clean",
        Direction.HIGHER,
        "How alike captions that name nobody who asked to be forgotten are before and after: mean"
            + " cos(M(c), M'(c))");
  }

  Metric named() {
    return cosine(
        "similarity.named",
        Direction.NEITHER,
        "How alike captions that name somebody who asked to be forgotten are before and after, of"
            + " which the name shall change: mean cos(M(c), M'(c))");
  }

  Metric backdoor() {
    return cosine(
        "similarity.backdoor",
        Direction.HIGHER,
        "How alike a forgotten name and its target are to the model: mean over people of mean"
            + " cos(M'(c with name), M'(c with target))");
  }

  Metric target() {
    return cosine(
        "similarity.target",
        Direction.HIGHER,
        "How alike captions with the first target, that name nobody who asked to be forgotten, are"
            + " before and after: mean cos(M(c with target), M'(c with target))");
  }

  private Metric cosine(String name, Direction direction, String meaning) {
    String of =
        switch (output) {
          case EMBEDDING -> ".";
          case HIDDEN_STATES -> " of hidden states.";
        };
    return new Metric(name, Unit.COSINE, direction, meaning + of);
  }
}
