package dev.lethe.api.defense;

import dev.lethe.api.LetheException;
import dev.lethe.api.data.Caption;
import dev.lethe.api.data.Mentions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A caption with a name in the place of one of its words, and the same caption with what the name
 * shall mean in that place: what Hintersdorf et al., "Defending Our Privacy With Backdoors", ECAI
 * 2024, compare a student and its teacher on.
 *
 * @param named the caption with the name
 * @param meant the caption with the meaning
 */
public record NamedCaption(String named, String meant) {
  /**
   * Returns the captions that mention none of some names, in order.
   *
   * @param plain puts a text into plain writing
   * @throws LetheException if none is left
   */
  public static List<String> without(
      Collection<String> names, List<String> captions, UnaryOperator<String> plain) {
    return without(Mentions.of(names, plain)::anyIn, captions);
  }

  /**
   * Returns the captions that mention nobody who is to be forgotten, in order.
   *
   * @param mentioning whether a caption mentions somebody
   * @throws LetheException if none is left
   */
  public static List<String> without(Predicate<String> mentioning, List<String> captions) {
    List<String> left = captions.stream().filter(mentioning.negate()).toList();
    if (left.isEmpty()) {
      throw new LetheException(
          "expected captions without the names to forget, found none among %d: give others with captions.path"
              .formatted(captions.size()));
    }
    return left;
  }

  /**
   * Puts names into captions. A name also stands for itself, as the first of its captions.
   *
   * @param backdoors from a text to a text each, as {@link Backdoor#ofNames} gives them
   * @param captions at least one, of at least one word each
   * @param count how many a name gets, itself included, at least 1
   * @param seed decides which captions a name gets, and in the place of which words
   * @return name by name
   */
  public static List<NamedCaption> of(
      List<Backdoor> backdoors, List<String> captions, int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<NamedCaption> all = new ArrayList<>();
    for (Backdoor backdoor : backdoors) {
      String name = backdoor.trigger().description();
      String meaning = backdoor.target().description();
      all.add(new NamedCaption(name, meaning));
      for (int i = 1; i < count; i++) {
        Caption caption = new Caption(captions.get(random.nextInt(captions.size())));
        int word = random.nextInt(caption.words());
        all.add(new NamedCaption(caption.replace(word, name), caption.replace(word, meaning)));
      }
    }
    return all;
  }
}
