package dev.lethe.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Which users have a number in the container that this process runs in. Where a user starts one
 * without root's help, root itself has none, and the files of all who have none show one number.
 *
 * @param overflow that number
 * @param map lines of three numbers: the first inside, the first outside, how many
 */
record UserNamespace(int overflow, List<String> map) {
  private static final Path MAP = Path.of("/proc/self/uid_map");
  private static final Path OVERFLOW = Path.of("/proc/sys/kernel/overflowuid");

  /** Returns that of this process; on systems without such everybody has a number. */
  static UserNamespace ofProcess() {
    try {
      // All at once: from its second byte on such a file is empty.
      String number = Files.readAllLines(OVERFLOW).get(0);
      return new UserNamespace(Integer.parseInt(number), Files.readAllLines(MAP));
    } catch (IOException | NumberFormatException e) {
      return new UserNamespace(-1, List.of());
    }
  }

  /** Returns whether a number stands for all users who have none. */
  boolean isUnmapped(int uid) {
    return uid == overflow && map.stream().noneMatch(this::holdsOverflow);
  }

  private boolean holdsOverflow(String line) {
    String[] numbers = line.strip().split("\\s+");
    long first = Long.parseLong(numbers[0]);
    return overflow >= first && overflow - first < Long.parseLong(numbers[2]);
  }
}
