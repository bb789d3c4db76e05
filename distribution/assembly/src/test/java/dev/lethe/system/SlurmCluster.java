package dev.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A real cluster of two nodes on this machine.
 *
 * @param folder of all that it writes
 */
record SlurmCluster(Path folder) {

  static SlurmCluster start(Path folder) throws IOException, InterruptedException {
    SlurmCluster cluster = new SlurmCluster(folder);
    cluster.script("start");
    return cluster;
  }

  /** Returns what commands need to find it. */
  Map<String, String> environment() {
    return Map.of("SLURM_CONF", folder.resolve("slurm.conf").toString());
  }

  /** Ends a node as a power cut does. */
  void crash(String node) throws IOException, InterruptedException {
    script("crash", node);
  }

  /** Kills the daemon of a node alone: the cluster takes it for dead, and what it runs goes on. */
  void lose(String node) throws IOException, InterruptedException {
    script("lose", node);
  }

  /** Lists the jobs that wait or run: {@code 4_0 RUNNING node1}. */
  List<String> jobs() throws IOException, InterruptedException {
    return run(List.of("squeue", "--noheader", "--array", "--format=%i %T %N"))
        .lines()
        .map(String::strip)
        .toList();
  }

  /** Returns what the cluster knows of all jobs. */
  String records() throws IOException, InterruptedException {
    return run(List.of("scontrol", "show", "job"));
  }

  /** Kills what a job runs. */
  void kill(String job) throws IOException, InterruptedException {
    run(List.of("scancel", "--full", "--signal=KILL", job));
  }

  /**
   * Lets what was put back into the queue begin at once; Slurm would wait two minutes.
   *
   * @return whether there was something
   */
  boolean hurry() throws IOException, InterruptedException {
    List<String> waiting =
        run(List.of("squeue", "--noheader", "--array", "--format=%i %r"))
            .lines()
            .filter(line -> line.endsWith("BeginTime"))
            .toList();
    for (String each : waiting) {
      run(List.of("scontrol", "update", "JobId=" + each.split(" ")[0], "StartTime=now"));
    }
    return !waiting.isEmpty();
  }

  void stop() throws IOException, InterruptedException {
    script("stop");
  }

  private void script(String action, String... more) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(
        Path.of(System.getProperty("lethe.root")).resolve("tools/slurm/cluster").toString());
    command.add(action);
    command.add(folder.toString());
    command.addAll(List.of(more));
    run(command);
  }

  /** Daemons keep what they inherit, so nobody waits for the end of what these commands write. */
  private String run(List<String> command) throws IOException, InterruptedException {
    Path out = folder.resolveSibling("command.out");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment());
    Process process = builder.redirectErrorStream(true).redirectOutput(out.toFile()).start();
    int code = process.waitFor();
    String said = Files.readString(out, StandardCharsets.UTF_8);
    assertThat(code).as("%s: %s", command, said).isZero();
    return said;
  }
}
