package dev.lethe.forgetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lethe.api.Progress;
import dev.lethe.engine.ExperimentPlan;
import dev.lethe.engine.RunRequest;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlannedTimeTest {
  private static final Pattern LINE =
      Pattern.compile(
          "time +about (?:(\\d+) h )?(?:(\\d+) min)?(?:(\\d+) s)? of attacks and training on this machine's processor");

  @TempDir static Path folder;
  static TinyWorld world;

  @BeforeAll
  static void makeWorld() {
    world = new TinyWorld(folder);
  }

  @Test
  void aTrainingTakesLongerByItsStepsAndItsBatch(@TempDir Path out) {
    double some = seconds(world.request(out, steps(30_000), batch(4096)));
    assertThat(seconds(world.request(out, steps(90_000), batch(4096))) / some)
        .isCloseTo(3, within(0.5));
    assertThat(seconds(world.request(out, steps(90_000), batch(2048))) / some)
        .isCloseTo(1.5, within(0.3));
  }

  @Test
  void aSmallRunIsAboutASecond(@TempDir Path out) {
    assertThat(seconds(world.request(out))).isEqualTo(1);
  }

  @Test
  void nothingIsSaidOfTimeWhereNothingIsAttackedOrTrained(@TempDir Path out) {
    RunRequest request = world.request(out, "defense=", "attacks=");
    try (ExperimentPlan plan = TinyWorld.experiments().plan(request, Progress.silent())) {
      assertThat(plan.describe())
          .anyMatch(line -> line.startsWith("memory"))
          .noneMatch(line -> line.startsWith("time"));
    }
  }

  private static String steps(int steps) {
    return "defense.settings.steps=" + steps;
  }

  /** The other half of a step, with a name, stays small. */
  private static String batch(int captions) {
    return "defense.settings.clean-batch=" + captions;
  }

  private static double seconds(RunRequest request) {
    try (ExperimentPlan plan = TinyWorld.experiments().plan(request, Progress.silent())) {
      Matcher line =
          plan.describe().stream()
              .map(LINE::matcher)
              .filter(Matcher::matches)
              .findFirst()
              .orElseThrow();
      return 3600 * number(line.group(1)) + 60 * number(line.group(2)) + number(line.group(3));
    }
  }

  private static double number(@Nullable String digits) {
    return digits == null ? 0 : Double.parseDouble(digits);
  }
}
