package dev.lethe.plugin.slurm;

import dev.lethe.api.LetheException;
import java.util.List;

/** Runs commands to their end. */
@FunctionalInterface
interface Shell {

  /**
   * Runs a command.
   *
   * @param input what it reads
   * @throws LetheException if it cannot be started, or does not end
   */
  Said run(List<String> command, String input);

  /**
   * What a command said.
   *
   * @param exitCode how it ended
   * @param out what it wrote
   * @param err its complaints
   */
  record Said(int exitCode, String out, String err) {
    private static final int LONGEST = 300;

    boolean succeeded() {
      return exitCode == 0;
    }

    /** Returns the complaints in one line. */
    String complaint() {
      String line = err.strip().replaceAll("\\s*\\R\\s*", "; ");
      String said = line.isEmpty() ? "exit code " + exitCode : line;
      return said.substring(0, Math.min(said.length(), LONGEST));
    }
  }
}
