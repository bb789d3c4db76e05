package dev.lethe.demo.tokenizer;

import dev.lethe.demo.tokenizer.Vocabulary.Pair;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Learns a vocabulary by byte-pair encoding (Sennrich et al., "Neural Machine Translation of Rare
 * Words with Subword Units", ACL 2016): the most frequent pair of neighboring symbols becomes a
 * symbol, again and again. Of equally frequent pairs the first in alphabetical order is taken.
 */
public final class VocabularyLearner {
  private static final Pattern WORD =
      Pattern.compile(TokenizerWriter.WORD_PATTERN, Pattern.UNICODE_CHARACTER_CLASS);
  private static final int SPECIAL = 2;
  private static final long WORTH_MERGING = 2;

  private final int size;

  /**
   * Creates a learner.
   *
   * @param size the most ids; 512 stand for single bytes, inside a word and at its end, and 2 for
   *     the start and the end of a text
   */
  public VocabularyLearner(int size) {
    this.size = size;
  }

  /** Learns from texts; stops early when no pair occurs twice. */
  public Vocabulary learn(List<String> texts) {
    Set<String> tokens = new LinkedHashSet<>(ByteAlphabet.all());
    ByteAlphabet.all().forEach(symbol -> tokens.add(symbol + Vocabulary.END_OF_WORD));
    List<Pair> merges = new ArrayList<>();
    List<Word> words = words(texts);
    Optional<Pair> next = mostFrequent(words);
    while (tokens.size() < size - SPECIAL && next.isPresent()) {
      Pair pair = next.get();
      merges.add(pair);
      tokens.add(pair.joined());
      words.forEach(word -> word.merge(pair));
      next = mostFrequent(words);
    }
    List<String> all = new ArrayList<>(tokens);
    all.addAll(List.of(Vocabulary.START, Vocabulary.END));
    return new Vocabulary(all, merges);
  }

  private static List<Word> words(List<String> texts) {
    Map<String, Long> counts = new TreeMap<>();
    for (String text : texts) {
      Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
      while (matcher.find()) {
        counts.merge(matcher.group(), 1L, Long::sum);
      }
    }
    List<Word> words = new ArrayList<>();
    counts.forEach((word, count) -> words.add(Word.of(word, count)));
    return words;
  }

  private static Optional<Pair> mostFrequent(List<Word> words) {
    Map<Pair, Long> counts = new TreeMap<>();
    words.forEach(word -> word.countPairs(counts));
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() >= WORTH_MERGING)
        .reduce((best, entry) -> entry.getValue() > best.getValue() ? entry : best)
        .map(Map.Entry::getKey);
  }

  /** A word, as the symbols it is made of so far, and how often it occurs. */
  private record Word(List<String> symbols, long count) {

    static Word of(String text, long count) {
      List<String> symbols = ByteAlphabet.symbols(text);
      symbols.set(symbols.size() - 1, symbols.get(symbols.size() - 1) + Vocabulary.END_OF_WORD);
      return new Word(symbols, count);
    }

    void countPairs(Map<Pair, Long> counts) {
      for (int i = 0; i + 1 < symbols.size(); i++) {
        counts.merge(new Pair(symbols.get(i), symbols.get(i + 1)), count, Long::sum);
      }
    }

    void merge(Pair pair) {
      for (int i = 0; i + 1 < symbols.size(); i++) {
        if (symbols.get(i).equals(pair.left()) && symbols.get(i + 1).equals(pair.right())) {
          symbols.set(i, pair.joined());
          symbols.remove(i + 1);
        }
      }
    }
  }
}
