package dev.lethe.defense.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.defense.Backdoor;
import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.defense.ForgetRequest;
import dev.lethe.api.method.Need;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameTargetsTest {
  private static final List<ForgetRequest> REQUESTS =
      List.of(
          ForgetRequest.of("Anna Lee").withStandIn("Cleo Moss"),
          new ForgetRequest("Bo Carr", List.of("B. C."), "a child").withStandIn("Dan Moss"),
          ForgetRequest.of("Max Roy").withStandIn("Eva Moss"));

  @TempDir private Path folder;
  private final Run run = new Run(0);

  @AfterEach
  void close() {
    run.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"human", "man", "woman", "child", "a person"})
  void anyTextCanBeMeant(String text) {
    assertThat(targets(Map.of("target", text))).containsExactly(text, "a child", "a child", text);
  }

  @Test
  void aRandomTargetIsTheMadeUpNameOfThePersonUnlessTheRequestSaysOtherwise() {
    BackdoorStrategy strategy = run.strategy(Map.of("target", "random"));
    assertThat(strategy.requires().needs()).contains(Need.NAMES);
    assertThat(targets(Map.of("target", "random")))
        .containsExactly("Cleo Moss", "a child", "a child", "Eva Moss");
    assertThatThrownBy(() -> strategy.backdoors(List.of(ForgetRequest.of("Anna Lee"))))
        .isInstanceOf(LetheException.class)
        .hasMessageContaining("the target of 'Anna Lee' is a made-up name");
  }

  @Test
  void namesAreNeededOnlyForRandomTargets() throws IOException {
    assertThat(run.strategy(Map.of()).requires().needs()).doesNotContain(Need.NAMES);
    assertThat(run.strategy(file("name,target\nMax Roy,a man")).requires().needs())
        .doesNotContain(Need.NAMES);
    assertThat(run.strategy(file("name,target\nMax Roy,random")).requires().needs())
        .contains(Need.NAMES);
  }

  @Test
  void aFileGivesSinglePeopleTheirTargets() throws IOException {
    assertThat(targets(file("Target,Name\na man,MAX ROY\nrandom,Anna Lee\na dog,Bo Carr\n")))
        .containsExactly("Cleo Moss", "a child", "a child", "a man");
    assertThat(targets(file("name,target\nMax Roy,\"a man, old\"\n")))
        .containsExactly("human", "a child", "a child", "a man, old");
  }

  @Test
  void theContentOfTheFileDecidesTheHash() throws IOException {
    String one = run.strategy(file("name,target\nMax Roy,a man\n")).contentHash();
    String same = run.strategy(file("target,name\na man,Max Roy\n")).contentHash();
    String other = run.strategy(file("name,target\nMax Roy,a boy\n")).contentHash();
    assertThat(same).isEqualTo(one).isNotEqualTo(other);
    assertThat(run.strategy(Map.of()).contentHash()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name,text/Max Roy,a man|has no column 'target'",
        "name,target/Max Roy,|line 2 of",
        "name,target/Max Roy,a man/max roy,a boy|gives 'max roy' a second target",
      })
  void aFileThatIsNotAsItShouldBeIsRefused(String content, String message) {
    assertThatThrownBy(() -> run.strategy(file(content.replace('/', '\n'))))
        .isInstanceOf(LetheException.class)
        .hasMessageContaining("defense.settings.targets")
        .hasMessageContaining(message);
  }

  @Test
  void aMissingFileIsNoticedAtOnce() {
    assertThatThrownBy(() -> run.strategy(Map.of("targets", folder.resolve("none.csv").toString())))
        .isInstanceOf(NotFoundException.class);
  }

  private List<String> targets(Map<String, Object> settings) {
    return run.strategy(settings).backdoors(REQUESTS).stream()
        .map(Backdoor::target)
        .map(target -> target.description())
        .toList();
  }

  private Map<String, Object> file(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("targets.csv"), content);
    return Map.of("targets", file.toString());
  }
}
