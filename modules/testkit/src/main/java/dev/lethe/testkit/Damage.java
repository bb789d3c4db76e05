package dev.lethe.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Random;

/** What can happen to a file. */
public enum Damage {
  EMPTY,
  NULL,
  ARRAY,
  OBJECT,
  TRUNCATED,
  CHANGED,
  RANDOM,
  FOLDER,
  PIPE,
  UNREADABLE;

  /** Does it. */
  public void to(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      switch (this) {
        case EMPTY -> Files.write(file, new byte[0]);
        case NULL -> Files.writeString(file, "null");
        case ARRAY -> Files.writeString(file, "[]");
        case OBJECT -> Files.writeString(file, "{}");
        case TRUNCATED -> Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        case CHANGED -> Files.write(file, changed(bytes));
        case RANDOM -> {
          new Random(1).nextBytes(bytes);
          Files.write(file, bytes);
        }
        case FOLDER -> {
          Files.delete(file);
          Files.createDirectories(file.resolve("inside"));
        }
        case PIPE -> {
          Files.delete(file);
          new ProcessBuilder("mkfifo", file.toString()).start().onExit().join();
        }
        case UNREADABLE ->
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds 1 to the last digit of a text; flips the sign of the last single of anything else. */
  private static byte[] changed(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    byte[] changed = bytes.clone();
    int digit = text.startsWith("{") ? text.replaceAll("\\D+$", "").length() - 1 : -1;
    if (digit >= 0) {
      changed[digit] = (byte) (bytes[digit] == '9' ? '0' : bytes[digit] + 1);
    } else {
      changed[bytes.length - 1] ^= (byte) 0x80;
    }
    return changed;
  }
}
