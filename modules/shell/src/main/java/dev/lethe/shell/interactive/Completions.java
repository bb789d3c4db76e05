package dev.lethe.shell.interactive;

import java.util.List;

/**
 * What can stand at a place of a line.
 *
 * @param values whole words
 * @param beginnings words that go on, such as {@code people.path=}
 * @param files whether the name of a file or folder can stand there too
 */
public record Completions(List<String> values, List<String> beginnings, boolean files) {
  /** Nothing is known. */
  public static final Completions NONE = new Completions(List.of(), List.of(), false);

  /** A file or a folder. */
  public static final Completions FILES = new Completions(List.of(), List.of(), true);

  /** Copies the lists. */
  public Completions {
    values = List.copyOf(values);
    beginnings = List.copyOf(beginnings);
  }

  /** Returns words to choose from. */
  public static Completions of(List<String> values) {
    return new Completions(values, List.of(), false);
  }
}
