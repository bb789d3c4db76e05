package dev.lethe.launcher;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * A message of the log in one line, of which a terminal obeys nothing: names of files and people
 * come from outside. What is hidden in it is written as an escape, {@code \}{@code u001b}.
 */
public final class VisibleMessage extends ClassicConverter {

  /** Called by Logback. */
  public VisibleMessage() {}

  @Override
  public String convert(ILoggingEvent event) {
    StringBuilder shown = new StringBuilder();
    event
        .getFormattedMessage()
        .codePoints()
        .forEach(
            c -> {
              if (isHidden(c)) {
                for (char unit : Character.toChars(c)) {
                  shown.append("\\u%04x".formatted((int) unit));
                }
              } else {
                shown.appendCodePoint(c);
              }
            });
    return shown.toString();
  }

  private static boolean isHidden(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          codePoint != '\t';
      default -> isBlankLetter(codePoint);
    };
  }

  /** The launcher reads no bundle, so that these stand here again; a test compares. */
  private static boolean isBlankLetter(int codePoint) {
    return codePoint == 0x115F
        || codePoint == 0x1160
        || codePoint == 0x3164
        || codePoint == 0xFFA0
        || codePoint == 0x034F
        || codePoint >= 0x180B && codePoint <= 0x180F
        || codePoint >= 0xFE00 && codePoint <= 0xFE0E
        || codePoint >= 0xE0100 && codePoint <= 0xE01EF;
  }
}
