package dev.lethe.forgetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.CancelledException;
import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.engine.ExperimentPlan;
import dev.lethe.engine.Experiments;
import dev.lethe.engine.RunResult;
import dev.lethe.report.Report;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptedRunTest {
  @TempDir static Path folder;
  static TinyWorld world;

  @BeforeAll
  static void makeWorld() {
    world = new TinyWorld(folder);
  }

  @Test
  void aRunThatIsStoppedAnywhereGoesOnAndEndsAsIfItHadNotBeen(
      @TempDir Path whole, @TempDir Path stopped) {
    List<String> works = new ArrayList<>();
    Report expected = TinyWorld.run(world.request(whole), stoppingAt(-1, works)).report();
    for (int stop = works.size() - 1; stop >= 0; stop -= 3) {
      Path out = stopped.resolve("at-" + stop);
      Progress interrupted = stoppingAt(stop, new ArrayList<>());
      assertThatThrownBy(() -> TinyWorld.run(world.request(out), interrupted))
          .isInstanceOf(CancelledException.class);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(TinyWorld.files(stopped)).noneMatch(file -> file.toString().endsWith(".tmp"));

      List<String> rest = new ArrayList<>();
      RunResult result = TinyWorld.run(world.request(out), stoppingAt(-1, rest));

      assertThat(rest).hasSizeLessThanOrEqualTo(works.size());
      assertThat(result.report().metrics()).isEqualTo(expected.metrics());
      assertThat(result.report().checkpoint().orElseThrow().sha256())
          .isEqualTo(expected.checkpoint().orElseThrow().sha256());
      assertThat(result.directory()).isDirectoryNotContaining("glob:**/work");
    }
  }

  @Test
  void twoCannotWorkOnTheSameRun(@TempDir Path out) {
    Experiments experiments = TinyWorld.experiments();
    AtomicBoolean running = new AtomicBoolean();
    List<Throwable> refusals = new ArrayList<>();
    try (ExperimentPlan second = experiments.plan(world.request(out), Progress.silent());
        ExperimentPlan first =
            experiments.plan(
                world.request(out),
                onBegin(
                    () -> {
                      if (running.get() && refusals.isEmpty()) {
                        assertThatThrownBy(second::run)
                            .isInstanceOf(LetheException.class)
                            .hasMessageStartingWith("another process works on")
                            .satisfies(refusals::add);
                      }
                    }))) {
      running.set(true);
      first.run();
      assertThat(refusals).hasSize(1);
    }
  }

  @Test
  void whoWaitsForItsTurnFindsWhatTheOtherHasFinished(@TempDir Path out) {
    Experiments experiments = TinyWorld.experiments();
    AtomicBoolean running = new AtomicBoolean();
    CompletableFuture<String> waits = new CompletableFuture<>();
    List<CompletableFuture<RunResult>> others = new ArrayList<>();
    try (ExperimentPlan second =
            experiments.plan(world.request(out), onMessage("waiting for it", waits::complete));
        ExperimentPlan first =
            experiments.plan(
                world.request(out),
                onBegin(
                    () -> {
                      if (running.get() && others.isEmpty()) {
                        others.add(CompletableFuture.supplyAsync(second::runInTurn));
                        waits.join();
                      }
                    }))) {
      running.set(true);
      RunResult found = first.run();
      RunResult waited = others.get(0).join();
      assertThat(waited.reused()).isTrue();
      assertThat(waited.report().metrics()).isEqualTo(found.report().metrics());
    }
  }

  /** A user who presses Ctrl-C when a certain piece of work begins. */
  private static Progress stoppingAt(int stop, List<String> begun) {
    return onBegin(
        () -> {
          begun.add("work");
          if (begun.size() - 1 == stop) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private static Progress onMessage(String text, Consumer<String> action) {
    return new Progress() {
      @Override
      public Task begin(String name, long total) {
        return Progress.silent().begin(name, total);
      }

      @Override
      public void message(String line) {
        if (line.contains(text)) {
          action.accept(line);
        }
      }
    };
  }

  private static Progress onBegin(Runnable action) {
    return new Progress() {
      @Override
      public Task begin(String name, long total) {
        action.run();
        return Progress.silent().begin(name, total);
      }

      @Override
      public void message(String line) {}
    };
  }
}
