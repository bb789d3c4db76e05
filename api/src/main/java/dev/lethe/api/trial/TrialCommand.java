package dev.lethe.api.trial;

import java.nio.file.Path;
import java.util.List;

/**
 * A trial that is to be started.
 *
 * @param name what people call it; unique in its suite
 * @param command the program and its arguments
 * @param folder of the trial, which exists and stays; a launcher may keep files in it whose names
 *     begin with its own
 * @param log takes what the trial writes, after what is in it; it is in the folder
 * @param slot which of those that run at a time, from 0: no other that runs has the same
 * @param slots how many run at a time at most
 */
public record TrialCommand(
    String name, List<String> command, Path folder, Path log, int slot, int slots) {

  /** Copies the list. */
  public TrialCommand {
    command = List.copyOf(command);
  }
}
