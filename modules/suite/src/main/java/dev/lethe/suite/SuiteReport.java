package dev.lethe.suite;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was written of a suite.
 *
 * @param files that were written
 * @param notes what a reader must know of them; often empty
 */
public record SuiteReport(List<Path> files, List<String> notes) {

  /** Copies the lists. */
  public SuiteReport {
    files = List.copyOf(files);
    notes = List.copyOf(notes);
  }

  /** Returns the same with more notes. */
  public SuiteReport with(List<String> more) {
    return new SuiteReport(files, Stream.concat(notes.stream(), more.stream()).toList());
  }
}
