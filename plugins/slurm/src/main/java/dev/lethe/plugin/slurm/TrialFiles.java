package dev.lethe.plugin.slurm;

import dev.lethe.api.LetheException;
import dev.lethe.api.trial.TrialCommand;
import dev.lethe.io.Folders;
import dev.lethe.io.WholeFile;
import dev.lethe.io.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a job in its trial's folder, which all nodes share.
 *
 * @param folder of the trial, absolute
 */
record TrialFiles(Path folder) {

  static TrialFiles of(TrialCommand trial) {
    return new TrialFiles(trial.folder().toAbsolutePath().normalize());
  }

  /** Returns the file of what the job runs. */
  Path script() {
    return folder.resolve("slurm.sh");
  }

  /** Returns the file in which the job says how its trial ended. */
  Path exit() {
    return folder.resolve("slurm.exit");
  }

  /** Keeps a handle. */
  void keep(Handle handle) {
    WholeFile.write(handle(), Json.pretty(handle));
  }

  /** Returns the handle that was kept last; empty where there is none, or it is damaged. */
  Optional<Handle> kept() {
    if (!Files.exists(handle())) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.value(Json.read(handle()), Handle.class, handle()));
    } catch (LetheException e) {
      return Optional.empty(); // the trial is run again, which finds what is there
    }
  }

  /** Writes the script and removes what an earlier job left. */
  void prepare(String script, Handle handle) {
    Folders.remove(exit());
    WholeFile.write(script(), script);
    keep(handle);
  }

  /** Returns with which code a job says that its trial ended; empty where it says nothing. */
  OptionalInt exitCode(JobId job) {
    try {
      String[] said = Files.readString(exit()).strip().split(" ");
      return said.length == 2 && said[1].equals(job.text())
          ? OptionalInt.of(Integer.parseInt(said[0]))
          : OptionalInt.empty();
    } catch (IOException | NumberFormatException e) {
      return OptionalInt.empty(); // it was killed before it could say more
    }
  }

  private Path handle() {
    return folder.resolve("slurm.json");
  }

  /**
   * By what a job is found again. It is kept before the job is submitted, so that no moment is left
   * in which nobody knows of it.
   *
   * @param name of the job array, used once
   * @param task which element of it
   * @param job its number, or null while it is being submitted
   */
  record Handle(String name, int task, @Nullable String job) {}
}
