package dev.lethe.demo.tokenizer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The printable characters that stand for the 256 bytes in byte-level BPE (Radford et al., GPT-2,
 * 2019): printable bytes for themselves, the others for characters from U+0100 on.
 */
final class ByteAlphabet {
  private static final char FIRST_SUBSTITUTE = 256;
  private static final char[] BY_BYTE = byByte();

  private ByteAlphabet() {}

  /** Returns the symbols of a text's UTF-8 bytes. */
  static List<String> symbols(String text) {
    List<String> symbols = new ArrayList<>();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      symbols.add(String.valueOf(BY_BYTE[b & 255]));
    }
    return symbols;
  }

  /** Returns the symbols of all bytes. */
  static List<String> all() {
    List<String> symbols = new ArrayList<>();
    for (char c : BY_BYTE) {
      symbols.add(String.valueOf(c));
    }
    return symbols;
  }

  private static char[] byByte() {
    char[] characters = new char[256];
    char substitute = FIRST_SUBSTITUTE;
    for (int b = 0; b < characters.length; b++) {
      boolean printable = b > 32 && b < 127 || b > 160 && b != 173;
      characters[b] = printable ? (char) b : substitute++;
    }
    return characters;
  }
}
