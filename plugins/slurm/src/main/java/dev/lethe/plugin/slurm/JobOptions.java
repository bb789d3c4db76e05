package dev.lethe.plugin.slurm;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says to sbatch what a suite's launcher says.
 *
 * @param settings of the launcher
 */
record JobOptions(SlurmSettings settings) {
  private static final long KIB = 1024;

  /**
   * Returns the options of a job array.
   *
   * @param size how many trials it has
   * @param after what has to end before it begins
   */
  List<String> of(String name, int size, Optional<JobId> after) {
    List<String> options = new ArrayList<>();
    options.add("--job-name=" + name);
    options.add("--array=0-%d%s".formatted(size - 1, limit(size)));
    options.add("--chdir=" + Path.of("").toAbsolutePath());
    // Each trial writes into its own log; a node that dies gives it to another.
    options.addAll(
        List.of("--output=/dev/null", "--error=/dev/null", "--requeue", "--nodes=1", "--ntasks=1"));
    add(options, "--partition=", settings.partition());
    add(options, "--account=", settings.account());
    add(options, "--qos=", settings.qos());
    add(options, "--time=", settings.time());
    add(
        options,
        "--mem=",
        settings.memory() == null ? null : settings.memory().bytes() / KIB + "K");
    add(options, "--cpus-per-task=", settings.cpus());
    add(options, "--gres=gpu:", settings.gpus());
    after.ifPresent(job -> options.add("--dependency=afterany:" + job.array()));
    options.addAll(settings.options());
    return options;
  }

  private String limit(int size) {
    Integer most = settings.arrayLimit();
    return most == null || most >= size ? "" : "%" + most;
  }

  private static void add(List<String> options, String name, @Nullable Object value) {
    if (value != null) {
      options.add(name + value);
    }
  }
}
