package dev.lethe.engine;

import java.util.List;

/**
 * What is there of something that a configuration reads.
 *
 * @param place the dotted place of its block, such as {@code people}
 * @param source the name of the extension that reads it
 * @param state whether it can be used
 * @param text what there is, or what is wrong, in one line
 * @param damaged how many files should have been pictures and cannot be read
 * @param notes what was left out, a sentence each
 */
public record DataState(
    String place, String source, State state, String text, int damaged, List<String> notes) {

  /** Copies the list. */
  public DataState {
    notes = List.copyOf(notes);
  }

  /** Whether something can be used. */
  public enum State {
    /** It can be read. */
    THERE,
    /** A file or folder is not there, or a setting is not given. */
    MISSING,
    /** It is there, and a run would refuse it. */
    WRONG
  }
}
