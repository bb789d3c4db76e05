package dev.lethe.forgetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.UsageException;
import dev.lethe.engine.RunResult;
import dev.lethe.forgetting.finding.DefenseFacts;
import dev.lethe.forgetting.finding.DefenseFacts.Planted;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What names shall mean, where that is another thing for each. */
class NameTargetsTest {
  @TempDir static Path folder;
  static TinyWorld world;

  @BeforeAll
  static void makeWorld() {
    world = new TinyWorld(folder);
  }

  @Test
  void aRandomTargetIsAMadeUpNameOfNobodyUnderTestAndAnotherOneForEach(@TempDir Path out) {
    List<String> both =
        targets(TinyWorld.run(world.request(out, "defense.settings.target=random")));
    assertThat(both)
        .hasSize(2)
        .doesNotHaveDuplicates()
        .doesNotContainAnyElementsOf(TinyWorld.PEOPLE)
        .allSatisfy(name -> assertThat(name).matches("\\p{Lu}\\S* \\p{Lu}.*"));
    List<String> first =
        targets(
            TinyWorld.run(
                world.request(out, "defense.settings.target=random", "forget.names=[Ada Byron]")));
    assertThat(first).as("it does not depend on who else asks").isEqualTo(both.subList(0, 1));
  }

  @Test
  void anotherContentOfTheTargetsFileIsAnotherRun(@TempDir Path out) {
    String override = "defense.settings.targets=" + world.path("targets.csv");
    world.write("targets.csv", "name,target\nAda Byron,a woman\n");
    RunResult one = TinyWorld.run(world.request(out, override));
    assertThat(targets(one)).containsExactly("a woman", "human");
    assertThat(TinyWorld.run(world.request(out, override)).reused()).isTrue();

    world.write("targets.csv", "name,target\nAda Byron,a man\n");
    RunResult other = TinyWorld.run(world.request(out, override));
    assertThat(other.reused()).isFalse();
    assertThat(targets(other)).containsExactly("a man", "human");
  }

  @Test
  void aTargetThatIsTheNameItselfIsRefused(@TempDir Path out) {
    assertThatThrownBy(() -> TinyWorld.run(world.request(out, "defense.settings.target=ADA BYRON")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("the name 'Ada Byron' is to mean itself");
  }

  private static List<String> targets(RunResult result) {
    return TinyWorld.facts(result.report()).defense().stream()
        .map(DefenseFacts::triggers)
        .flatMap(List::stream)
        .map(Planted::target)
        .toList();
  }
}
