package dev.lethe.engine.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the parts of a run are.
 *
 * @param out the folder of all runs
 * @param name of the experiment
 * @param hash of its inputs
 */
public record RunLayout(Path out, String name, String hash) {
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{8,}");

  /** The folder of all runs, that of an experiment and that of a run. */
  private static final int DEPTH = 3;

  /** The file that says a run has finished. */
  public static final String REPORT = "report.json";

  /** The file that lists the files of a run that has finished, even where its report is gone. */
  public static final String MANIFEST = "manifest.json";

  /** Returns the layout of a run's folder; empty for every other, also for a copy elsewhere. */
  public static Optional<RunLayout> of(Path directory) {
    Path run = directory.toAbsolutePath().normalize();
    if (run.getNameCount() < DEPTH) {
      return Optional.empty();
    }
    Path experiment = run.getParent();
    RunLayout layout =
        new RunLayout(
            experiment.getParent(),
            experiment.getFileName().toString(),
            run.getFileName().toString());
    return layout.isRun() ? Optional.of(layout) : Optional.empty();
  }

  /** Returns the folder of the run. */
  public Path directory() {
    return out.resolve(name).resolve(hash);
  }

  /** Returns whether the folder is that of a run, finished or not, and of nothing else. */
  public boolean isRun() {
    return HASH.matcher(hash).matches()
        && !name.startsWith(".")
        && (isFinished()
            || Files.exists(directory().resolve(MANIFEST))
            || Files.isDirectory(work())
            || Files.isDirectory(model()));
  }

  /** Returns what a run is called. */
  public String id() {
    return name + "/" + hash;
  }

  /** Returns whether the run has finished; its report may be damaged. */
  public boolean isFinished() {
    return Files.exists(directory().resolve(REPORT));
  }

  /** Returns the folder of the defended checkpoint. */
  public Path model() {
    return model(directory());
  }

  /** Returns the folder of the defended checkpoint, in a run's folder. */
  public static Path model(Path directory) {
    return directory.resolve("model");
  }

  /** Returns the folder of what strategies leave beside their models. */
  public Path artifacts() {
    return directory().resolve("artifacts");
  }

  /** Returns the folder of what is needed only until the run has finished. */
  public Path work() {
    return work(directory());
  }

  /** Returns the folder of what is needed only until the run has finished, in a run's folder. */
  public static Path work(Path directory) {
    return directory.resolve("work");
  }

  /** Returns the folder of what runs share. */
  public Path cache() {
    return cache(out);
  }

  /** Returns the folder of what the runs in a folder share. */
  public static Path cache(Path out) {
    return out.resolve(".cache");
  }

  /** Returns the lock of the run; it is outside, so that the run can be removed while held. */
  public Path lock() {
    return cache().resolve("locks").resolve(name + "-" + hash);
  }
}
