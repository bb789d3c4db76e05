package dev.lethe.api.settings;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of memory or of disk, as a person writes it: {@code 4GB}, {@code 1.5 GiB}, {@code
 * 800MB}.
 *
 * @param bytes not negative
 */
public record ByteSize(long bytes) implements Comparable<ByteSize> {
  private static final Pattern WRITTEN =
      Pattern.compile("(\\d{1,18}(?:\\.\\d{1,6})?)\\s*([KMGT]?)(i?)B", Pattern.CASE_INSENSITIVE);
  private static final String PREFIXES = " KMGT";

  /** Checks the number. */
  public ByteSize {
    if (bytes < 0) {
      throw new IllegalArgumentException("bytes must be at least 0 (got " + bytes + ")");
    }
  }

  /**
   * Understands a size.
   *
   * @throws IllegalArgumentException if it is not one
   */
  public static ByteSize parse(String text) {
    Matcher written = WRITTEN.matcher(text.strip());
    if (!written.matches()) {
      throw new IllegalArgumentException("a size is a number and a unit, such as 4GB: " + text);
    }
    String prefix = written.group(2).toUpperCase(Locale.ROOT);
    int power = prefix.isEmpty() ? 0 : PREFIXES.indexOf(prefix);
    BigDecimal unit = BigDecimal.valueOf(written.group(3).isEmpty() ? 1000 : 1024).pow(power);
    BigDecimal bytes = new BigDecimal(written.group(1)).multiply(unit);
    if (bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      throw new IllegalArgumentException("a size is less than 8,000,000 TB: " + text);
    }
    return new ByteSize(bytes.longValue());
  }

  @Override
  public int compareTo(ByteSize other) {
    return Long.compare(bytes, other.bytes);
  }

  /** Returns the size for a person to read, in MB or GB. */
  @Override
  public String toString() {
    double mega = bytes / 1e6;
    return mega < 1000
        ? String.format(Locale.ROOT, "%.1f MB", mega)
        : String.format(Locale.ROOT, "%.1f GB", mega / 1000);
  }
}
