package dev.lethe.plugin.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.LetheException;
import dev.lethe.api.trial.TrialTracker;
import dev.lethe.testkit.InProcessExtensions;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.trial.TrialTrackerContractTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MlflowTrackerTest extends TrialTrackerContractTest {

  @Override
  protected TrialTracker tracker() {
    return tracker(folder.resolve("mlruns"));
  }

  @Override
  protected List<Double> told(String metric) throws IOException {
    List<Double> told = new ArrayList<>();
    for (Path run : runs()) {
      String[] line = Files.readString(run.resolve("metrics").resolve(metric)).split(" ");
      told.add(Double.parseDouble(line[1]));
    }
    return told;
  }

  @Test
  void theLayoutIsThatOfTheFileStore() throws IOException {
    tracker().track(trial("0", .5));
    Path run = runs().get(0);
    assertThat(run.getParent().resolve("meta.yaml"))
        .content()
        .contains("name: \"suite\"\n", "lifecycle_stage: \"active\"\n");
    assertThat(run.getParent().getFileName().toString()).matches("[1-9][0-9]{17}");
    assertThat(run.getFileName().toString()).matches("[0-9a-f]{32}");
    assertThat(run.resolve("meta.yaml"))
        .content()
        .contains(
            "run_name: \"count=8,seed=0\"\n",
            "start_time: 1767323045000\n",
            "end_time: 1767323105500\n",
            "status: 3\n",
            "tags: []\n");
    assertThat(run.resolve("params/forget.count")).hasContent("8");
    assertThat(run.resolve("params/defense_0_.regularizers")).hasContent("{\"a\": 1} ../b");
    assertThat(run.resolve("metrics/after.toy.found")).hasContent("1767323105500 0.5 0");
    assertThat(run.resolve("tags/lethe.run")).hasContent("/runs/toy/0");
    assertThat(run.resolve("artifacts")).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"suite", "'suite'", "\"s\\u0075ite\"", ">-\n  suite"})
  void anExperimentThatMlflowMadeIsTaken(String written) throws IOException {
    Path made = Files.createDirectories(folder.resolve("mlruns/5"));
    Files.writeString(made.resolve("meta.yaml"), "experiment_id: '5'\nname: " + written + "\n");
    Path broken = Files.createDirectories(folder.resolve("mlruns/4"));
    Files.writeString(broken.resolve("meta.yaml"), "name: 'suite\n");
    tracker().track(trial("0", .5));
    assertThat(runs()).allMatch(run -> run.getParent().equals(made));
  }

  @Test
  void whatIsInTheWayIsSaidInOneLine() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> tracker(file).track(trial("0", .5)))
        .isInstanceOf(LetheException.class)
        .message()
        .hasLineCount(1)
        .startsWith("cannot write into MLflow's file store " + file);
  }

  private static TrialTracker tracker(Path store) {
    try (TestRunContext context = new TestRunContext(0)) {
      return new InProcessExtensions(List.of(MlflowModule::new))
          .open(context)
          .create(TrialTracker.class, "mlflow", Map.of("folder", store.toString()), "tracker");
    }
  }

  private List<Path> runs() throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("mlruns"), 3)) {
      return all.filter(file -> file.endsWith("meta.yaml"))
          .map(Path::getParent)
          .filter(run -> run.getFileName().toString().length() == 32)
          .sorted()
          .toList();
    }
  }
}
