package dev.lethe.io;

import java.util.Optional;

/**
 * An encoding with several bytes for each letter of the Latin alphabet.
 *
 * @param called its name, for a person
 * @param iconv its name, for that program
 */
record WideEncoding(String called, String iconv) {
  private static final int[][] MARKS = {
    {0xff, 0xfe, 0, 0}, {0, 0, 0xfe, 0xff}, {0xff, 0xfe}, {0xfe, 0xff}
  };

  /** Recognizes one by its byte order mark or by where it has zeros; empty for text in bytes. */
  static Optional<WideEncoding> of(byte[] head) {
    for (int[] mark : MARKS) {
      if (begins(head, mark)) {
        String name = mark.length == 4 ? "UTF-32" : "UTF-16";
        return Optional.of(new WideEncoding(name, name));
      }
    }
    int[] zeros = new int[4];
    for (int i = 0; i < head.length; i++) {
      zeros[i % 4] += head[i] == 0 ? 1 : 0;
    }
    int even = zeros[0] + zeros[2];
    int odd = zeros[1] + zeros[3];
    int percent = 100 * (even + odd) / Math.max(1, head.length);
    if (percent < 10 || percent > 80) { // stray zeros in a text of bytes, or no text
      return Optional.empty();
    }
    String name = percent > 55 ? "UTF-32" : "UTF-16";
    boolean little = name.equals("UTF-16") ? odd > even : zeros[3] > zeros[0];
    return Optional.of(new WideEncoding(name, name + (little ? "LE" : "BE")));
  }

  private static boolean begins(byte[] head, int[] mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= head.length || (head[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
