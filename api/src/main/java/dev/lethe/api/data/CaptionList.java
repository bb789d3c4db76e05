package dev.lethe.api.data;

import dev.lethe.api.LetheException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Gathers captions as every source gives them: stripped, each in one line, none blank. What
 * identifies them is what they say, not how a file writes it: the SHA-256 of a text file in UTF-8
 * with one caption in each line.
 */
public final class CaptionList {
  private static final Pattern BREAK = Pattern.compile("\\s*[\\r\\n\\x00]+\\s*");

  private final List<String> captions = new ArrayList<>();
  private final MessageDigest digest;

  /** Begins with none. */
  public CaptionList() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * Returns a caption without white space around it, and with a space for each break of a line.
   *
   * @return empty where nothing was written
   */
  public static String oneLine(String caption) {
    return BREAK.matcher(caption.strip()).replaceAll(" ").strip();
  }

  /** Adds a caption, unless it is blank. */
  public void add(String caption) {
    String line = oneLine(caption);
    if (!line.isEmpty()) {
      captions.add(line);
      digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  /**
   * Returns what was added; nothing can be added afterwards.
   *
   * @param place where captions were expected, for the message: {@code captions.tsv}
   * @throws LetheException if there is none
   */
  public Captions captions(String place) {
    if (captions.isEmpty()) {
      throw new LetheException(place + " has no captions; expected at least one that is not blank");
    }
    return new Captions(captions, HexFormat.of().formatHex(digest.digest()));
  }
}
