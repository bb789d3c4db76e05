package dev.lethe.plugin.slurm;

import dev.lethe.api.settings.ByteSize;
import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Settings of {@link SlurmLauncher}. */
public record SlurmSettings(
    @Setting("The partition. Without it, the cluster's own choice.") @Nullable String partition,
    @Setting("The account that pays.") @Nullable String account,
    @Setting("The quality of service.") @Nullable String qos,
    @Setting(
            "How long a trial may take at a time, as Slurm writes it: 90 (minutes), 4:00:00, 1-12. When it is over the trial goes on in another job, after its last finished stage.")
        @Nullable String time,
    @Setting("The memory of a trial, such as 16GB.") @Nullable ByteSize memory,
    @Setting("How many processors a trial gets, and with how many threads it computes.")
        @Nullable Integer cpus,
    @Setting("How many GPUs a trial gets. More than one has no use.") @Nullable Integer gpus,
    @Setting(
            "How many trials of an array, which has at most 1000, run at a time. Without it, as many as the cluster lets.")
        @Nullable Integer arrayLimit,
    @Setting(
            value =
                "Whether one trial runs first, alone, and the others begin when it has ended: they find what all share instead of waiting for it.",
            defaultValue = "true")
        boolean shareFirst,
    @Setting(value = "Lines of bash that a job runs before its trial.", defaultValue = "")
        List<String> setup,
    @Setting(
            value = "Further options of sbatch, such as --constraint=a100, each as one text.",
            defaultValue = "")
        List<String> options,
    @Setting(value = "How many seconds pass between two looks at the queue.", defaultValue = "10")
        int interval) {
  /** As sbatch takes it: minutes, minutes:seconds, hours:minutes:seconds, days-hours[:…]. */
  private static final Pattern TIME = Pattern.compile("\\d+(:\\d+){0,2}|\\d+-\\d+(:\\d+){0,2}");

  private static final int MOST = 4096;
  private static final int MOST_TASKS = 1_000_000;
  private static final int HOUR = 3600;

  /** Checks the values. */
  public SlurmSettings {
    setup = List.copyOf(setup);
    options = List.copyOf(options);
    name("partition", partition);
    name("account", account);
    name("qos", qos);
    if (time != null && !TIME.matcher(time).matches()) {
      throw new IllegalArgumentException(
          "time must look like 90, 4:00:00 or 1-12:00 (got %s)".formatted(time));
    }
    if (memory != null) {
      Check.between("memory", memory.bytes(), 1 << 20, Long.MAX_VALUE);
    }
    if (cpus != null) {
      Check.between("cpus", cpus, 1, MOST);
    }
    if (gpus != null) {
      Check.between("gpus", gpus, 0, MOST);
    }
    if (arrayLimit != null) {
      Check.between("array-limit", arrayLimit, 1, MOST_TASKS);
    }
    for (String option : options) {
      if (!option.startsWith("-")) {
        throw new IllegalArgumentException(
            "options must begin with a hyphen, such as --constraint=a100 (got %s)"
                .formatted(option));
      }
    }
    Check.between("interval", interval, 1, HOUR);
  }

  private static void name(String key, @Nullable String value) {
    if (value != null) {
      Check.text(key, value);
    }
  }
}
