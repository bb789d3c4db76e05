package dev.lethe.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.engine.Build;
import dev.lethe.engine.Experiments;
import dev.lethe.shell.console.Console;
import dev.lethe.testkit.InProcessExtensions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunsRemoveCommandTest {
  private static final String ID = "seeds/3f9a1c0d00000000";

  @TempDir private Path out;
  private final StringWriter printed = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<String> questions = new ArrayList<>();
  private Path run;

  @BeforeEach
  void makeRun() throws IOException {
    run = Files.createDirectories(out.resolve(ID));
    Files.createDirectories(run.resolve("work"));
  }

  private int remove(Console console, String... args) {
    InProcessExtensions extensions = new InProcessExtensions(List.of());
    Build build = new Build("1", "a");
    Lethe lethe =
        new Lethe(
            extensions,
            new NoPlugins(),
            Experiments.of(extensions, build, out.resolve(".user")),
            build,
            out);
    List<String> all = new ArrayList<>(List.of("runs", "remove", "--out", out.toString()));
    all.addAll(List.of(args));
    return new Commands(lethe).execute(console, all.toArray(String[]::new));
  }

  private Console alone() {
    return new Console(new PrintWriter(printed), new PrintWriter(err), false, false);
  }

  private Console withAnswer(@Nullable String answer) {
    return alone()
        .with(
            question -> {
              questions.add(question);
              return answer;
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s", "see"})
  void aNameThatIsTooShortRemovesNothing(String name) {
    assertThat(remove(withAnswer("y"), name, "--yes")).isEqualTo(2);
    assertThat(err.toString()).contains("too short to name a run");
    assertThat(run).isDirectory();
  }

  @Test
  void whereNobodyCanBeAskedYesHasToBeSaid() {
    assertThat(remove(alone(), ID)).isEqualTo(2);
    assertThat(err.toString()).contains("nobody can be asked").contains("--yes");
    assertThat(run).isDirectory();
    assertThat(remove(alone(), ID, "--yes")).isZero();
    assertThat(run).doesNotExist();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "n", "no", "yess", "q"})
  void anythingButYesLeavesTheRun(@Nullable String answer) {
    assertThat(remove(withAnswer(answer), "3f9a")).isEqualTo(1);
    assertThat(err.toString()).contains("nothing was removed");
    assertThat(run).isDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"y", "Y", " yes "})
  void yesRemovesItAfterAQuestionThatNamesItWhole(String answer) {
    assertThat(remove(withAnswer(answer), "3f9a")).isZero();
    assertThat(questions)
        .singleElement()
        .asString()
        .isEqualTo("Remove run %s (unfinished, 0 bytes)? [y/N] ", ID);
    assertThat(err.toString()).contains("it has not finished");
    assertThat(printed.toString().strip()).isEqualTo("Removed " + ID + ".");
    assertThat(run).doesNotExist();
  }

  @Test
  void theKeyOfARedactedRunStaysUnlessItIsToGoAndBothAreSaid() throws IOException {
    String name = "0123456789abcdef".repeat(2);
    Path key = Files.createDirectories(out.resolve(".user/keys").resolve(name));
    Files.writeString(key.resolve("report.json"), "{}");
    Files.writeString(run.resolve("redaction-key"), name + "\n");
    Path copy = Files.createDirectories(out.resolve("copy/3f9a1c0d00000000/work")).getParent();
    Files.copy(run.resolve("redaction-key"), copy.resolve("redaction-key"));

    assertThat(remove(alone(), ID, "--yes", "--json")).isZero();
    assertThat(err.toString()).contains("its key stays (" + key + ")");
    assertThat(printed.toString()).contains("its key stays (" + key + ")");
    assertThat(key).isDirectory();

    assertThat(remove(withAnswer("y"), "copy/3f9a", "--with-key")).isZero();
    assertThat(err.toString()).contains("its key goes too (" + key + ")");
    assertThat(key).doesNotExist();
  }
}
