package dev.lethe.recipekit.toy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.api.Progress;
import dev.lethe.api.plugin.ExtensionRegistry;
import dev.lethe.engine.Build;
import dev.lethe.engine.ConfigSource;
import dev.lethe.engine.ExperimentPlan;
import dev.lethe.engine.Experiments;
import dev.lethe.engine.RunRequest;
import dev.lethe.engine.RunResult;
import dev.lethe.recipekit.RecipeContractTest;
import dev.lethe.testkit.InProcessExtensions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recipe that shares nothing with forgetting runs, is reported, redacted and found again. */
class ToyRecipeTest extends RecipeContractTest {
  private static final String RECORDS =
      """
      Ada Byron\tmember\tthe engine weaves algebraic patterns as the loom weaves flowers
      Bo Diddle\tmember\tyou cannot judge a book by looking at the cover of it
      Cy Young\tstranger\tQZX jumped 99 KWV over!! lazy? PGQ
      Di Fossey\tstranger\tWhen you REALIZE the value of all LIFE, you dwell less
      """;

  @Override
  protected String name() {
    return "toy-membership";
  }

  @Override
  protected ExtensionRegistry registry() {
    return new InProcessExtensions(List.of(ToyModule::new));
  }

  @Override
  protected String complete(Path folder) throws IOException {
    Path records = Files.writeString(folder.resolve("records.tsv"), RECORDS);
    return "name: toy\ndevice: cpu\nrecords: '%s'\n".formatted(records);
  }

  @Override
  protected String somebody() {
    return "Ada Byron";
  }

  @Test
  void whatTheModelLearnedIsFoundAndNothingElse(@TempDir Path folder) throws IOException {
    RunResult result = run(folder, "threshold=-3.5");

    assertThat(result.report().metrics().before())
        .containsEntry("toy.tpr", 1.0)
        .containsEntry("toy.fpr", 0.0);
    assertThat(Files.readString(result.directory().resolve("report.html")))
        .contains("Membership inferred", "Who was found", "Cy Young");
    assertThat(Files.readString(result.directory().resolve("report.md")))
        .contains("toy.tpr", "Ada Byron");
  }

  @Test
  void runsShareTheModelThatOneOfThemTrained(@TempDir Path folder) throws IOException {
    RunResult one = run(folder, "threshold=-3.5");
    RunResult other = run(folder, "threshold=-1");

    assertThat(other.directory()).isNotEqualTo(one.directory());
    try (Stream<Path> kept = Files.list(folder.resolve("runs/.cache/results"))) {
      assertThat(kept).hasSize(1);
    }
  }

  @Test
  void aReportIsHeldToWhatIsRequired(@TempDir Path folder) throws IOException {
    RunResult result = run(folder, "require=[toy.tpr<=0.5]");

    assertThat(result.requirements().failure(result.report()))
        .hasValueSatisfying(failure -> assertThat(failure).contains("toy.tpr<=0.5"));
  }

  private RunResult run(Path folder, String override) throws IOException {
    Experiments experiments =
        Experiments.of(registry(), new Build("0.1.0", "abc"), folder.resolve("user"));
    ConfigSource config = new ConfigSource("toy.yaml", complete(folder));
    RunRequest request =
        new RunRequest(
            config,
            List.of("recipe=" + name(), "threshold=-3.5", override),
            folder.resolve("runs"),
            false);
    try (ExperimentPlan plan = experiments.plan(request, Progress.silent())) {
      return plan.run();
    }
  }
}
