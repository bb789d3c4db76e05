package dev.lethe.benchmark;

import com.sun.jna.Pointer;
import dev.lethe.io.IoFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The code of native libraries, which lies in their files until it is first run: then Linux makes
 * it resident, megabytes at a time.
 */
final class LibraryCode {
  private static final Path MAPS = Path.of("/proc/self/maps");
  private static final Pattern CODE =
      Pattern.compile("([0-9a-f]+)-([0-9a-f]+) r-xp .*/.*\\.so(\\.\\S*)?");

  private static final int PAGE = 4096;

  private LibraryCode() {}

  /** Makes all of it resident, as if it had been run. */
  static void touch() {
    try {
      Files.readAllLines(MAPS).stream()
          .map(CODE::matcher)
          .filter(Matcher::matches)
          .forEach(
              code -> touch(Long.parseLong(code.group(1), 16), Long.parseLong(code.group(2), 16)));
    } catch (IOException e) {
      throw IoFailure.cannotRead(MAPS, e);
    }
  }

  private static void touch(long from, long to) {
    Pointer code = new Pointer(from);
    for (long offset = 0; offset < to - from; offset += PAGE) {
      code.getByte(offset);
    }
  }
}
