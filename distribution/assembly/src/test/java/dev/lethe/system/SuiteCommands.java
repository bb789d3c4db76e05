package dev.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What is done with a {@link TinySuite}, whose results go to a folder of their own each time.
 *
 * @param file of the suite
 * @param running what is added to the command that runs it
 */
record SuiteCommands(CommandLine lethe, String file, List<String> running) {

  LetheProcess start(String out) throws IOException {
    return lethe.start(running(out));
  }

  /** Runs all of it and returns the exit code. */
  int end(String out) throws Exception {
    return lethe.end(running(out));
  }

  String status(String out) throws Exception {
    return lethe.succeed("suite", "status", file, "--out", out);
  }

  LetheProcess cancel(String out) throws IOException {
    return lethe.start(List.of("suite", "cancel", file, "--out", out));
  }

  /** Returns the table of what its trials found. */
  String summary(String out) throws Exception {
    lethe.succeed("suite", "report", file, "--out", out);
    return Files.readString(folder(out).resolve("summary.csv"));
  }

  /** Runs all of it, undisturbed, and returns the table of what its trials found. */
  String found(String out) throws Exception {
    assertThat(end(out)).isZero();
    return summary(out);
  }

  Path folder(String out) {
    return lethe.folder().resolve(out).resolve("suites/tiny");
  }

  private List<String> running(String out) {
    List<String> command = new ArrayList<>(List.of("suite", "run", file, "--out", out));
    command.addAll(running);
    return command;
  }
}
