package dev.lethe.attack.idia;

import dev.lethe.api.UsageException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Draws pictures and candidate names without replacement, again and again. Everybody's own name is
 * a candidate in every draw. Whom else an attack is about changes nobody's pictures.
 *
 * @param settings how many draws, and of how much
 * @param seeds gives the seed of a random choice by its purpose
 */
record Draws(IdiaSettings settings, ToLongFunction<String> seeds) {

  /**
   * Draws as often as the settings say; not at all where they ask for one draw, which is of
   * everything.
   *
   * @param subjects their names
   * @param everything there is
   * @param own which of the names each subject is
   * @throws UsageException if a draw has too few names for the subjects alone
   */
  List<Draw> of(List<String> subjects, Draw everything, int[] own) {
    if (settings.draws() == 1) {
      return List.of();
    }
    Set<Integer> theirs = Arrays.stream(own).boxed().collect(Collectors.toSet());
    List<Integer> others = list(everything.names());
    others.removeAll(theirs);
    int names = names(theirs.size(), others.size());
    Random nameRandom = new Random(seeds.applyAsLong("idia.draws of names"));
    List<Random> pictureRandoms =
        subjects.stream()
            .map(name -> new Random(seeds.applyAsLong("idia.draws of pictures of " + name)))
            .toList();
    List<Draw> draws = new ArrayList<>();
    for (int i = 0; i < settings.draws(); i++) {
      List<int[]> pictures = new ArrayList<>();
      for (int s = 0; s < subjects.size(); s++) {
        List<Integer> all = list(everything.pictures().get(s));
        pictures.add(some(all, pictures(all.size()), pictureRandoms.get(s)));
      }
      int[] drawn = some(others, names - theirs.size(), nameRandom);
      draws.add(
          new Draw(
              pictures,
              IntStream.concat(theirs.stream().mapToInt(n -> n), Arrays.stream(drawn))
                  .sorted()
                  .toArray()));
    }
    return draws;
  }

  private int pictures(int all) {
    Integer asked = settings.drawImages();
    return Math.min(all, asked == null ? half(all) : asked);
  }

  private int names(int subjects, int others) {
    Integer asked = settings.drawCandidates();
    if (asked != null && asked < subjects + Math.min(1, others)) {
      throw new UsageException(
          "attacks.idia.draw-candidates must be more than the %d people under test, whose names are in every draw (got %d)"
              .formatted(subjects, asked));
    }
    return Math.min(subjects + others, asked == null ? subjects + half(others) : asked);
  }

  private static int half(int all) {
    return (all + 1) / 2;
  }

  private static int[] some(List<Integer> all, int count, Random random) {
    List<Integer> order = new ArrayList<>(all);
    Collections.shuffle(order, random);
    return order.subList(0, count).stream().mapToInt(n -> n).sorted().toArray();
  }

  private static List<Integer> list(int... numbers) {
    return Arrays.stream(numbers).boxed().collect(Collectors.toCollection(ArrayList::new));
  }
}
