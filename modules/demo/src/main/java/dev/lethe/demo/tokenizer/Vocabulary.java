package dev.lethe.demo.tokenizer;

import java.util.List;

/**
 * A byte-level BPE vocabulary as CLIP's.
 *
 * @param tokens the text of every id; the start token is the last but one, the end token the last,
 *     so that the end of a text is where the highest id is
 * @param merges pairs of tokens, the first to be merged first
 */
public record Vocabulary(List<String> tokens, List<Pair> merges) {
  static final String END_OF_WORD = "</w>";
  static final String START = "<start_of_text>";
  static final String END = "<end_of_text>";

  /** Copies the lists. */
  public Vocabulary {
    tokens = List.copyOf(tokens);
    merges = List.copyOf(merges);
  }

  /** Returns the number of ids. */
  public int size() {
    return tokens.size();
  }

  /** Two neighboring symbols of a word. */
  record Pair(String left, String right) implements Comparable<Pair> {
    String joined() {
      return left + right;
    }

    @Override
    public int compareTo(Pair other) {
      int byLeft = left.compareTo(other.left);
      return byLeft != 0 ? byLeft : right.compareTo(other.right);
    }
  }
}
