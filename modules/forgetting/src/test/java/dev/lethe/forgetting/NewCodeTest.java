package dev.lethe.forgetting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.api.Progress;
import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.api.plugin.ExtensionRegistry;
import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.plugin.RunExtensions;
import dev.lethe.engine.Build;
import dev.lethe.engine.ExperimentPlan;
import dev.lethe.engine.Experiments;
import dev.lethe.engine.RunResult;
import dev.lethe.io.hash.Sha256;
import dev.lethe.tensor.TorchEngine;
import dev.lethe.testkit.RecordedProgress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewCodeTest {
  @TempDir static Path folder;
  @TempDir static Path out;
  static TinyWorld world;
  static RunResult before;

  @BeforeAll
  static void makeWorldAndRun() {
    world = new TinyWorld(folder);
    before = TinyWorld.run(world.request(out, "defense="));
  }

  @Test
  void theSameCodeFindsItsResults() {
    RunResult after = run(RecordedProgress.class); // of a bundle that takes no part
    assertThat(after.reused()).isTrue();
    assertThat(after.directory()).isEqualTo(before.directory());
  }

  @ParameterizedTest
  @ValueSource(classes = {ExtensionInfo.class, Sha256.class, TorchEngine.class, Experiments.class})
  void newCodeOfABundleThatTakesPartFindsNoOldResults(Class<?> changed) {
    List<Path> kept = kept();

    RunResult after = run(changed);

    assertThat(after.reused()).isFalse();
    assertThat(after.directory()).isNotEqualTo(before.directory());
    assertThat(kept()).containsAll(kept).hasSizeGreaterThanOrEqualTo(kept.size() + 4);
    assertThat(after.report().metrics()).isEqualTo(before.report().metrics());
  }

  private static List<Path> kept() {
    return TinyWorld.files(out.resolve(".cache")).stream()
        .filter(file -> file.toString().endsWith(".json") || file.toString().endsWith(".f32"))
        .toList();
  }

  /** Runs the same experiment with another bundle where a class comes from. */
  private static RunResult run(Class<?> changed) {
    Experiments experiments =
        Experiments.of(
            new Changed(TinyWorld.extensions(), changed),
            new Build("0.1.0", "abc"),
            out.resolve(".user"));
    try (ExperimentPlan plan =
        experiments.plan(world.request(out, "defense="), Progress.silent())) {
      return plan.run();
    }
  }

  private record Changed(ExtensionRegistry same, Class<?> changed) implements ExtensionRegistry {
    @Override
    public List<ExtensionInfo> list() {
      return same.list();
    }

    @Override
    public String codeHash(Class<?> type) {
      return module(type).equals(module(changed)) ? "new" : same.codeHash(type);
    }

    @Override
    public RunExtensions open(RunContext context) {
      return same.open(context);
    }

    private static String module(Class<?> type) {
      return type.getName().split("\\.")[2];
    }
  }
}
