package dev.lethe.plugin.slurm;

import dev.lethe.api.LetheException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An element of a job array, as Slurm's commands name it: {@code 4711_3}.
 *
 * @param text the name
 */
record JobId(String text) {
  /** {@code sbatch --parsable} says the number, and the cluster's name where there are several. */
  private static final Pattern SUBMITTED = Pattern.compile("(\\d+)(;\\S+)?");

  /**
   * Returns an element of an array that was just submitted.
   *
   * @param said what sbatch printed
   */
  static JobId submitted(String said, int task) {
    String last = said.lines().reduce("", (earlier, later) -> later).strip();
    Matcher submitted = SUBMITTED.matcher(last);
    if (!submitted.matches()) {
      throw new LetheException(
          "sbatch was expected to print the number of a job and printed '%s'".formatted(last));
    }
    return new JobId(submitted.group(1) + "_" + task);
  }

  /** Returns the number of the array. */
  String array() {
    return text.substring(0, text.indexOf('_'));
  }

  @Override
  public String toString() {
    return text;
  }
}
