package dev.lethe.plugin.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.api.trial.TrialLauncher;
import dev.lethe.testkit.trial.TrialLauncherContractTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** On a cluster of two nodes on this machine. */
@EnabledIfSystemProperty(
    named = "lethe.slurm",
    matches = "true",
    disabledReason = "needs a cluster: ./mvnw verify -Pslurm")
class SlurmLauncherContractTest extends TrialLauncherContractTest {
  private static final Path SCRIPT = Path.of("../../tools/slurm/cluster");

  @TempDir static Path machine;

  @BeforeAll
  static void startCluster() throws IOException, InterruptedException {
    cluster("start");
  }

  @AfterAll
  static void stopCluster() throws IOException, InterruptedException {
    cluster("stop");
  }

  @Override
  protected TrialLauncher launcher() {
    return new SlurmLauncher(
        Settings.defaults(), SlurmLauncherContractTest::onCluster, System::nanoTime, 1000);
  }

  private static Shell.Said onCluster(List<String> command, String input) {
    List<String> there =
        new ArrayList<>(List.of("env", "SLURM_CONF=" + machine.resolve("slurm.conf")));
    there.addAll(command);
    return new Programs().run(there, input);
  }

  /** Daemons keep what they inherit, so nobody waits for the end of what the script writes. */
  private static void cluster(String action) throws IOException, InterruptedException {
    Path said = machine.resolve("script.out");
    Process script =
        new ProcessBuilder(SCRIPT.toString(), action, machine.toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    assertThat(script.waitFor()).as(Files.readString(said)).isZero();
  }
}
