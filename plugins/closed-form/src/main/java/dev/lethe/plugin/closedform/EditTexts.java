package dev.lethe.plugin.closedform;

import dev.lethe.api.data.Mentions;
import dev.lethe.api.data.NameSource;
import dev.lethe.api.defense.Backdoor;
import dev.lethe.api.defense.NamedCaption;
import dev.lethe.api.defense.TextTarget;
import dev.lethe.api.defense.TextTrigger;
import dev.lethe.api.plugin.SourceResolver;
import dev.lethe.api.settings.SourceSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The texts that an edit is solved from.
 *
 * @param named texts with names to forget, name by name, as many of each
 * @param meant the same texts with what the names shall mean
 * @param captions to preserve
 * @param others texts with other people's names, to preserve; may be empty
 */
record EditTexts(
    List<String> named, List<String> meant, List<String> captions, List<String> others) {

  /**
   * Draws texts.
   *
   * @param captions ordinary ones
   * @param plain puts a text into plain writing
   */
  static EditTexts draw(
      List<Backdoor> backdoors,
      List<String> captions,
      EditTextSettings amounts,
      SourceResolver sources,
      UnaryOperator<String> plain,
      long seed) {
    List<String> names =
        backdoors.stream().map(each -> each.trigger().description()).distinct().toList();
    List<String> kept =
        NamedCaption.without(names, captions, plain).stream()
            .filter(each -> !each.isBlank())
            .toList();
    SplittableRandom seeds = new SplittableRandom(seed);
    List<NamedCaption> named =
        NamedCaption.of(backdoors, kept, amounts.namedCaptions(), seeds.nextLong());
    List<Backdoor> strangers =
        strangers(amounts, names, sources, plain, seeds.nextLong()).stream()
            .map(each -> new Backdoor(each, new TextTrigger(each), new TextTarget(each)))
            .toList();
    return new EditTexts(
        named.stream().map(NamedCaption::named).toList(),
        named.stream().map(NamedCaption::meant).toList(),
        sample(kept, amounts.captions(), seeds.nextLong()),
        NamedCaption.of(strangers, kept, 2, seeds.nextLong()).stream()
            .map(NamedCaption::named)
            .toList());
  }

  private static List<String> strangers(
      EditTextSettings amounts,
      List<String> names,
      SourceResolver sources,
      UnaryOperator<String> plain,
      long seed) {
    if (amounts.otherNames() == 0) {
      return List.of();
    }
    SourceSpec spec =
        amounts.names() == null ? new SourceSpec("random-names", Map.of()) : amounts.names();
    Set<String> excluded =
        names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    return sources
        .create(NameSource.class, spec, "defense.settings.names")
        .draw(
            amounts.otherNames(), seed, excluded, Predicate.not(Mentions.of(names, plain)::anyIn));
  }

  private static List<String> sample(List<String> all, int most, long seed) {
    List<String> drawn = new ArrayList<>(all);
    SplittableRandom random = new SplittableRandom(seed);
    int count = Math.min(most, all.size());
    for (int i = 0; i < count; i++) {
      String other = drawn.set(random.nextInt(i, drawn.size()), drawn.get(i));
      drawn.set(i, other);
    }
    return List.copyOf(drawn.subList(0, count));
  }
}
