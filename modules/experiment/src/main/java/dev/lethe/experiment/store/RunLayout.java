package dev.lethe.experiment.store;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the parts of a run are.
 *
 * @param out the folder of all runs
 * @param name of the experiment
 * @param hash of its inputs
 */
public record RunLayout(Path out, String name, String hash) {

  /** The file that says a run has finished. */
  public static final String REPORT = "report.json";

  /** Returns the folder of the run. */
  public Path directory() {
    return out.resolve(name).resolve(hash);
  }

  /** Returns whether the run has finished. */
  public boolean isFinished() {
    return Files.isRegularFile(directory().resolve(REPORT));
  }

  /** Returns the folder of the defended checkpoint. */
  public Path model() {
    return directory().resolve("model");
  }

  /** Returns the folder of what is needed only until the run has finished. */
  public Path work() {
    return directory().resolve("work");
  }

  /** Returns the file that tells which pseudonym stands for whom. */
  public Path redactionKey() {
    return redactionKey(directory());
  }

  /** Returns the file that tells which pseudonym stands for whom, in a run's folder. */
  public static Path redactionKey(Path directory) {
    return directory.resolve("private").resolve("redaction-key.csv");
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
