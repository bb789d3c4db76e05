package dev.lethe.evaluation.imagesimilarity;

import dev.lethe.api.LetheException;
import dev.lethe.api.defense.AveragePersonTarget;
import dev.lethe.api.defense.Target;
import dev.lethe.api.defense.TextTarget;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Photographs of people, as the original and the measured model have them, beside what the faces of
 * some shall lead to.
 *
 * @param names whose photograph each is
 * @param original what the original makes of each
 * @param model what the measured model makes of each
 * @param backdoors of the people who shall be forgotten
 * @param texts embeds a text with the original
 */
record Faces(
    List<String> names,
    Rows original,
    Rows model,
    FaceBackdoors backdoors,
    Function<String, double[]> texts) {

  /**
   * Returns the mean cos(E'(x), t) over all photographs of people with a backdoor; empty where no
   * target has an embedding.
   *
   * @throws LetheException if a target has not the size of an embedding
   */
  OptionalDouble identity() {
    Map<Target, Optional<double[]>> known = new HashMap<>();
    return photographs(backdoors.targets()::containsKey)
        .mapToObj(
            photograph ->
                known
                    .computeIfAbsent(
                        backdoors.targets().get(names.get(photograph)), this::embedding)
                    .map(target -> Rows.cosine(model.row(photograph), target)))
        .flatMap(Optional::stream)
        .mapToDouble(Double::doubleValue)
        .average();
  }

  /** Returns cos(t, mean E'(x)) of the first target and all photographs; empty as identity. */
  OptionalDouble target() {
    return backdoors.targets().values().stream()
        .map(this::embedding)
        .flatMap(Optional::stream)
        .mapToDouble(target -> Rows.cosine(target, model.mean(photographs(name -> true).toArray())))
        .limit(1)
        .average();
  }

  private Optional<double[]> embedding(Target target) {
    Optional<List<Float>> given = target.embedding(model.width());
    if (given.isPresent()) {
      return Optional.of(values(target, given.get()));
    }
    if (target instanceof TextTarget text) {
      return Optional.of(texts.apply(text.text()));
    }
    int[] others = photographs(name -> !backdoors.targets().containsKey(name)).toArray();
    return target instanceof AveragePersonTarget && others.length > 0
        ? Optional.of(original.mean(others))
        : Optional.empty();
  }

  private double[] values(Target target, List<Float> given) {
    if (given.size() != model.width()) {
      throw new LetheException(
          "the target '%s' has %d values, but an embedding of the model has %d"
              .formatted(target.description(), given.size(), model.width()));
    }
    return given.stream().mapToDouble(Float::doubleValue).toArray();
  }

  private IntStream photographs(Predicate<String> of) {
    return IntStream.range(0, names.size()).filter(photograph -> of.test(names.get(photograph)));
  }
}
