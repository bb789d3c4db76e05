package dev.lethe.plugin.slurm;

import dev.lethe.api.trial.TrialCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What jobs run, in bash. */
final class Scripts {
  /** How a job ends that cannot read its trial's script. */
  static final int UNSEEN = 72;

  private Scripts() {}

  /** Returns what an array runs: each element the script of its trial. */
  static String array(List<TrialFiles> trials) {
    StringBuilder script = new StringBuilder("#!/bin/bash\ncase $SLURM_ARRAY_TASK_ID in\n");
    for (int task = 0; task < trials.size(); task++) {
      script.append("%d) trial=%s ;;\n".formatted(task, quoted(trials.get(task).script())));
    }
    return script
        .append("esac\n[ -r \"$trial\" ] || exit %d\nexec /bin/bash \"$trial\"\n".formatted(UNSEEN))
        .toString();
  }

  /**
   * Returns what runs a trial and says at its end how it ended. The order to stop goes to the
   * trial; this waits for it.
   *
   * @param setup lines that run before it
   */
  static String trial(TrialCommand trial, TrialFiles files, List<String> setup) {
    return """
        #!/bin/bash
        # A trial as a job of Slurm. This file is written anew whenever it is submitted.
        exec >>%1$s 2>&1 </dev/null
        say() {
          code=$?
          echo "$code ${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID" >%2$s.part && mv %2$s.part %2$s
        }
        trap say EXIT
        trap : TERM INT
        rm -f %2$s
        unset LETHE_ENDS_WITH_INPUT
        export OMP_NUM_THREADS="${SLURM_CPUS_PER_TASK:-${OMP_NUM_THREADS:-${SLURM_CPUS_ON_NODE:-1}}}"
        %3$s%4$s
        """
        .formatted(
            quoted(trial.log().toAbsolutePath()),
            quoted(files.exit()),
            setup.stream().map("{\n%s\n} || exit\n"::formatted).collect(Collectors.joining()),
            trial.command().stream().map(Scripts::quoted).collect(Collectors.joining(" ")));
  }

  private static String quoted(Path path) {
    return quoted(path.toString());
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
