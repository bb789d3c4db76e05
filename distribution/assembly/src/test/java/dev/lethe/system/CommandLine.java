package dev.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Lethe as somebody calls it in a folder: each command is a process.
 *
 * @param environment what is set beside what a process of Lethe needs
 */
record CommandLine(Home home, Path folder, Map<String, String> environment) {

  static CommandLine in(Home home, Path folder) {
    return new CommandLine(home, folder, Map.of());
  }

  LetheProcess start(List<String> command) throws IOException {
    return LetheProcess.start(home, folder, environment, command.toArray(String[]::new));
  }

  /** Runs a command to its end and returns its exit code. */
  int end(List<String> command) throws Exception {
    try (LetheProcess lethe = start(command)) {
      return lethe.finish();
    }
  }

  /** Runs a command that has to succeed and returns what it prints. */
  String succeed(String... command) throws Exception {
    try (LetheProcess lethe = start(List.of(command))) {
      assertThat(lethe.finish()).as(lethe.err()).isZero();
      return lethe.out();
    }
  }

  /** Runs a command that has to end with an exit code and returns what it says on stderr. */
  String fail(int code, String... command) throws Exception {
    try (LetheProcess lethe = start(List.of(command))) {
      assertThat(lethe.finish()).as(lethe.out() + lethe.err()).isEqualTo(code);
      return lethe.err();
    }
  }
}
