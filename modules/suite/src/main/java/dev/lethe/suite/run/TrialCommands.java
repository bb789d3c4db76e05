package dev.lethe.suite.run;

import dev.lethe.api.trial.TrialCommand;
import dev.lethe.suite.Trial;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Says how trials are started.
 *
 * @param plan knows the arguments
 * @param folder knows where they write
 * @param program the path of {@code bin/lethe}
 * @param slots how many run at a time at most
 */
public record TrialCommands(TrialPlan plan, SuiteFolder folder, Path program, int slots) {

  /** Returns the command of a trial that runs or would run in a slot. */
  TrialCommand of(Trial trial, int slot) {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.addAll(plan.command(trial));
    return new TrialCommand(
        trial.name(), command, folder.folder(trial), folder.log(trial), slot, slots);
  }
}
