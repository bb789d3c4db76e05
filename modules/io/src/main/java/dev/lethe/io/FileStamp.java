package dev.lethe.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * What the file system tells of a file without reading it. As long as it stays the same, so does
 * the content, if {@link #isSettled} was true when the content was read.
 *
 * @param text size, times and, where the file system has them, number and device of the file
 * @param changed when the file was changed last
 */
public record FileStamp(String text, Instant changed) {
  /** Some file systems count time in steps of two seconds. */
  private static final Duration COARSEST = Duration.ofSeconds(3);

  private static final String UNIX = "unix";

  /**
   * Looks at a file; a link stands for what it leads to.
   *
   * @throws IOException if that is not possible
   */
  public static FileStamp of(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains(UNIX)) {
      Map<String, Object> unix =
          Files.readAttributes(file, UNIX + ":size,lastModifiedTime,ctime,ino,dev");
      FileTime changed = (FileTime) unix.get("ctime"); // no program can set this one back
      String text =
          "%s|%s|%s|%s|%s"
              .formatted(
                  unix.get("size"),
                  unix.get("lastModifiedTime"),
                  changed,
                  unix.get("ino"),
                  unix.get("dev"));
      return new FileStamp(text, changed.toInstant());
    }
    var basic = Files.readAttributes(file, BasicFileAttributes.class);
    String text =
        "%d|%s|%s".formatted(basic.size(), basic.lastModifiedTime(), basic.creationTime());
    return new FileStamp(text, basic.lastModifiedTime().toInstant());
  }

  /**
   * Returns whether the last change is so long ago that a further one would show: two changes at
   * once have the same time.
   */
  public boolean isSettled() {
    return changed.plus(COARSEST).isBefore(Instant.now());
  }
}
