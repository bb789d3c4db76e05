package dev.lethe.plugin.baselines;

import dev.lethe.api.defense.Backdoor;
import dev.lethe.api.defense.NamedCaption;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The texts of all steps. They are drawn before the first, so that a training that goes on after it
 * was stopped reads what it would have read.
 *
 * @param named with names to forget, step by step; empty where an objective reads none
 * @param ordinary captions, step by step; empty where an objective reads none
 */
record DrawnTexts(List<List<String>> named, List<List<String>> ordinary) {

  /**
   * Draws them.
   *
   * @param captions without the names, at least one
   */
  static DrawnTexts draw(
      List<Backdoor> backdoors,
      List<String> captions,
      BaselineSettings settings,
      Objective objective,
      long seed) {
    SplittableRandom ofNames = new SplittableRandom(seed);
    SplittableRandom ofCaptions = new SplittableRandom(seed + 1);
    List<List<String>> named = new ArrayList<>();
    List<List<String>> ordinary = new ArrayList<>();
    for (int step = 0; step < settings.steps(); step++) {
      named.add(
          objective.forgets() ? named(backdoors, captions, settings.batch(), ofNames) : List.of());
      ordinary.add(
          objective.retain() == 0 ? List.of() : some(captions, settings.batch(), ofCaptions));
    }
    return new DrawnTexts(named, ordinary);
  }

  List<String> all() {
    List<String> all = new ArrayList<>();
    named.forEach(all::addAll);
    ordinary.forEach(all::addAll);
    return all;
  }

  private static List<String> named(
      List<Backdoor> backdoors, List<String> captions, int count, SplittableRandom random) {
    List<String> texts = new ArrayList<>();
    while (texts.size() < count) {
      Backdoor backdoor = backdoors.get(random.nextInt(backdoors.size()));
      texts.add(NamedCaption.of(List.of(backdoor), captions, 2, random.nextLong()).get(1).named());
    }
    return texts.stream().distinct().toList();
  }

  private static List<String> some(List<String> captions, int count, SplittableRandom random) {
    return random
        .ints(0, captions.size())
        .distinct()
        .limit(Math.min(count, captions.size()))
        .mapToObj(captions::get)
        .toList();
  }
}
