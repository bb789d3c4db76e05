package dev.lethe.shell.interactive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Pattern;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.impl.history.DefaultHistory;

/**
 * The lines that were typed, in a file that only their owner can read. A line in which people may
 * be named is there until the shell ends, and never in the file.
 */
final class History extends DefaultHistory {
  /** What stands before the names of people: commands, options, settings. */
  private static final Pattern NAMING =
      Pattern.compile("forget|name|alias|target|prompt", Pattern.CASE_INSENSITIVE);

  /**
   * Gives a reader this history.
   *
   * @param file created where it is missing, with its folder; both are made private, and lines that
   *     may name people go
   */
  static LineReaderBuilder keep(Path file, LineReaderBuilder builder) throws IOException {
    Files.createDirectories(file.getParent());
    restrict(file.getParent(), "rwx------");
    if (!Files.exists(file)) {
      Files.createFile(file);
    }
    restrict(file, "rw-------");
    List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
    List<String> kept = lines.stream().filter(line -> !mayName(line)).toList();
    if (kept.size() < lines.size()) {
      Files.write(file, kept, StandardCharsets.ISO_8859_1);
    }
    return builder.variable(LineReader.HISTORY_FILE, file).history(new History());
  }

  @Override
  public boolean isPersistable(Entry entry) {
    return !mayName(entry.line());
  }

  private static boolean mayName(String line) {
    return NAMING.matcher(line).find();
  }

  private static void restrict(Path path, String permissions) throws IOException {
    if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }
}
