package dev.lethe.evaluation.similarity;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * A caption of which one word can be replaced; any word, also the last or the only one.
 *
 * @param words the words of the caption, at least one
 * @param position the one that is replaced
 */
record CaptionTemplate(List<String> words, int position) {

  CaptionTemplate {
    words = List.copyOf(words);
  }

  /** Chooses a word of a caption. */
  static CaptionTemplate in(String caption, RandomGenerator random) {
    List<String> words = Arrays.asList(caption.strip().split("\\s+"));
    return new CaptionTemplate(words, random.nextInt(words.size()));
  }

  /** Returns the captions with this text in place of the chosen words. */
  static List<String> fill(List<CaptionTemplate> slots, String text) {
    return slots.stream().map(slot -> slot.with(text)).collect(Collectors.toList());
  }

  private String with(String text) {
    return String.join(" ", words.subList(0, position))
        + (position > 0 ? " " : "")
        + text
        + (position < words.size() - 1 ? " " : "")
        + String.join(" ", words.subList(position + 1, words.size()));
  }
}
