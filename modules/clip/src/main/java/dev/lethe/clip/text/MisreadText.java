package dev.lethe.clip.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Undoes what became of UTF-8 that somebody read in an 8-bit encoding, such as {@code Ã©} for
 * {@code é}. A run of such characters is repaired only if all of it is UTF-8, which hardly any word
 * is by chance.
 */
final class MisreadText {
  private static final Pattern RUN = Pattern.compile("[^\\x00-\\x7f]{2,}");

  /** What the bytes of each encoding were read as; the most frequent encoding is first. */
  private static final List<Map<Character, Byte>> ENCODINGS =
      Stream.of(
              "windows-1252",
              "ISO-8859-1",
              "windows-1250",
              "windows-1251",
              "windows-1254",
              "x-MacRoman",
              "IBM437")
          .filter(Charset::isSupported)
          .map(name -> bytes(Charset.forName(name)))
          .toList();

  private MisreadText() {}

  /** Returns the text as it was meant, also where it was read wrongly several times. */
  static String repair(String text) {
    String repaired = text;
    String before;
    do {
      before = repaired;
      repaired = RUN.matcher(before).replaceAll(MisreadText::meant);
    } while (!repaired.equals(before));
    return repaired;
  }

  private static String meant(MatchResult run) {
    for (Map<Character, Byte> encoding : ENCODINGS) {
      String decoded = decoded(run.group(), encoding);
      if (decoded != null) {
        return Matcher.quoteReplacement(decoded);
      }
    }
    return Matcher.quoteReplacement(run.group());
  }

  private static @Nullable String decoded(String run, Map<Character, Byte> encoding) {
    byte[] bytes = new byte[run.length()];
    for (int i = 0; i < bytes.length; i++) {
      Byte known = encoding.get(run.charAt(i));
      if (known == null) {
        return null;
      }
      bytes[i] = known;
    }
    if ((bytes[0] & 0xc0) != 0xc0 || (bytes[1] & 0xc0) != 0x80) {
      return null; // no character of UTF-8 begins so
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /** A byte without a character is read as the control character of its number. */
  private static Map<Character, Byte> bytes(Charset encoding) {
    Map<Character, Byte> bytes = new HashMap<>();
    for (int b = 0x80; b <= 0xff; b++) {
      String read = new String(new byte[] {(byte) b}, encoding);
      bytes.put(read.equals("\ufffd") ? (char) b : read.charAt(0), (byte) b);
    }
    return bytes;
  }
}
