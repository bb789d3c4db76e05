package dev.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees who sits at a terminal. */
class TerminalIT {
  private static final String CTRL_C = "\u0003";

  @TempDir Path folder;
  private Home home;

  @BeforeEach
  void assemble() throws IOException {
    home = Home.in(folder);
  }

  @AfterEach
  void removeLinks() throws IOException {
    home.close();
  }

  @Test
  void afterARunThatWasStoppedTheShellGoesOnAndSaysWhatIsWrong() throws Exception {
    home.plug("gate.jar", Gate.jar(folder));
    TinyExperiment.in(folder);
    Gate gate = new Gate(Files.createDirectory(folder.resolve("gate")));
    gate.holdAt(Gate.Place.ATTACK);
    try (TerminalProcess shell = TerminalProcess.start(home, folder, "shell")) {
      shell.await("lethe> ");
      for (int i = 0; i < 2; i++) {
        shell.type("run tiny.yaml attacks.gate.folder=" + gate.folder() + "\r");
        shell.await("the attack", () -> gate.isReached(Gate.Place.ATTACK));
        shell.type(CTRL_C);
        shell.await("the interrupt", () -> gate.isInterrupted(Gate.Place.ATTACK));
        gate.letOn(Gate.Place.ATTACK);
        shell.await("stopped");
        shell.await("lethe> ");
        gate.holdAt(Gate.Place.ATTACK);
        shell.type("describe nothing\r");
        shell.await("nothing named 'nothing' is installed");
        shell.await("lethe> ");
      }
      shell.type("plugins | grep text-backdoor\r");
      shell.await("BackdoorStrategy");
      shell.await("lethe> ");
      shell.type("exit\r");
      assertThat(shell.awaitEnd()).isZero();
    }
  }

  @Test
  void whatIsLoggedWhileAPersonTypesStandsAboveTheLineWhichStays() throws Exception {
    try (TerminalProcess shell = TerminalProcess.start(home, folder, "shell")) {
      shell.await("lethe> ");
      shell.type("plugins | grep idia\r"); // from then on the folder is watched
      shell.await("PrivacyAttack");
      shell.await("lethe> ");
      shell.type("describe text-");
      shell.await("describe text-");
      home.plug("no\u001b[31m-plugin.jar", "nothing".getBytes(StandardCharsets.UTF_8));
      shell.await("no\\u001b[31m-plugin.jar");
      shell.await("lethe> describe text-");
      shell.type("backdoor\r");
      shell.await("SETTING");
      shell.await("lethe> ");
      shell.type("exit\r");
      assertThat(shell.awaitEnd()).isZero();
    }
  }

  @Test
  void aRunIsRemovedAfterAQuestion() throws Exception {
    Path run = folder.resolve("runs/demo/3f9a1c0d00000000");
    Files.createDirectories(run.resolve("work"));
    for (String command : new String[] {"shell", "runs"}) {
      boolean inside = command.equals("shell");
      String[] arguments =
          inside ? new String[] {"shell"} : new String[] {"runs", "remove", "demo/3f9a"};
      try (TerminalProcess lethe = TerminalProcess.start(home, folder, arguments)) {
        if (inside) {
          lethe.await("lethe> ");
          lethe.type("runs remove demo/3f9a\r");
        }
        lethe.await("Remove run demo/3f9a1c0d00000000 (unfinished, 0 bytes)? [y/N] ");
        lethe.type(inside ? "n\r" : "y\r");
        lethe.await(inside ? "nothing was removed" : "Removed demo/3f9a1c0d00000000");
        if (inside) {
          lethe.await("lethe> ");
          lethe.type("exit\r");
        }
        assertThat(lethe.awaitEnd()).isZero();
      }
      assertThat(Files.exists(run)).isEqualTo(inside);
    }
  }

  @Test
  void aTableFitsTheTerminal() throws Exception {
    try (TerminalProcess lethe = TerminalProcess.start(home, folder, "plugins", 72)) {
      assertThat(lethe.awaitEnd()).isZero();
      assertThat(lethe.shown().lines())
          .hasSizeGreaterThan(10)
          .allSatisfy(
              line -> assertThat(line.replaceAll("\u001b\\[[0-9]*m", "")).hasSizeLessThan(73));
    }
  }
}
