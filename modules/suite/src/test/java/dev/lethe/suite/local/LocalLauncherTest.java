package dev.lethe.suite.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.api.plugin.RunExtensions;
import dev.lethe.api.trial.RunningTrial;
import dev.lethe.api.trial.TrialCommand;
import dev.lethe.api.trial.TrialLauncher;
import dev.lethe.suite.run.LaunchContext;
import dev.lethe.testkit.InProcessExtensions;
import dev.lethe.testkit.trial.TrialLauncherContractTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalLauncherTest extends TrialLauncherContractTest {

  @Override
  protected TrialLauncher launcher() {
    return launcher(Map.of());
  }

  @Test
  void threadsAreDividedAmongThoseThatRunAtATime() throws Exception {
    int processors = Runtime.getRuntime().availableProcessors();
    TrialCommand one = sharing("shared", "echo $OMP_NUM_THREADS", processors);
    assertThat(end(launcher().start(List.of(one)).get(0))).isZero();
    assertThat(Files.readString(one.log())).isEqualTo("1\n");
  }

  @Test
  void threadsThatTheSuiteGivesAreTaken() throws Exception {
    TrialCommand trial = trial("given", "echo $OMP_NUM_THREADS");
    assertThat(end(launcher(Map.of("threads", 3)).start(List.of(trial)).get(0))).isZero();
    assertThat(Files.readString(trial.log())).isEqualTo("3\n");
  }

  /** The input ends when the process that holds its other end does. */
  @Test
  void aTrialIsToldToEndWithItsInput() throws Exception {
    TrialCommand trial = trial("input", "echo $LETHE_ENDS_WITH_INPUT ready; cat");
    RunningTrial started = launcher().start(List.of(trial)).get(0);
    awaitReady("input", started);
    assertThat(Files.readString(trial.log())).isEqualTo("1 ready\n");
    assertThat(started.end()).as("it still reads").isEmpty();
    started.kill();
    end(started);
  }

  @Test
  void gpusAreFoundByTheirDevices() throws IOException {
    for (String name : List.of("nvidia0", "nvidia1", "nvidiactl", "null")) {
      Files.createFile(folder.resolve(name));
    }
    assertThat(Gpus.in(folder)).containsExactly("0", "1");
    assertThat(Gpus.of("2, 5")).containsExactly("2", "5");
  }

  private TrialCommand sharing(String name, String line, int slots) {
    return new TrialCommand(
        name, List.of("/bin/sh", "-c", line), folder, folder.resolve(name + ".log"), 0, slots);
  }

  private static TrialLauncher launcher(Map<String, Object> settings) {
    try (RunExtensions extensions =
        new InProcessExtensions(List.of(SuiteModule::new)).open(new LaunchContext())) {
      return extensions.create(TrialLauncher.class, "local", settings, "launcher");
    }
  }
}
