package dev.lethe.shell.interactive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jline.reader.Candidate;

/** The names of files, at the end of a word that may begin with a key or an option. */
final class FileNames {
  private FileNames() {}

  /**
   * Lists what is in the folder that a word speaks of.
   *
   * @param word {@code models/vi}, {@code model.path=models/vi} or {@code --out=ru}
   */
  static List<Candidate> after(String word) {
    int begun = word.indexOf('=') + 1;
    int named = Math.max(begun, word.lastIndexOf('/') + 1);
    String folder = word.substring(begun, named);
    try (Stream<Path> entries = Files.list(Path.of(folder))) {
      return entries.map(entry -> candidate(word.substring(0, named), entry)).toList();
    } catch (IOException | UncheckedIOException | InvalidPathException e) {
      return List.of(); // there is nothing to choose from
    }
  }

  private static Candidate candidate(String before, Path entry) {
    String name = entry.getFileName().toString();
    return Files.isDirectory(entry)
        ? CommandCompleter.unfinished(before + name + "/", name + "/")
        : new Candidate(before + name, name, null, null, null, null, true);
  }
}
