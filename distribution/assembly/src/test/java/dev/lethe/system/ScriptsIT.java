package dev.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other programs rely on: exit codes, and one JSON document on stdout. */
class ScriptsIT {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  @TempDir Path folder;
  private Home home;

  @BeforeEach
  void assemble() throws IOException {
    home = Home.in(folder);
    TinyExperiment.in(folder);
  }

  @AfterEach
  void removeLinks() throws IOException {
    home.close();
  }

  @Test
  void whatIsPipedIntoTheShellEndsAtItsFirstFailingCommandWithItsCode() throws Exception {
    try (LetheProcess shell = LetheProcess.start(home, folder, "shell")) {
      shell.type("echo one");
      shell.type("try { describe nothing } { echo failed }");
      shell.type("echo two");
      shell.type("run nope.yaml");
      shell.type("echo three");
      assertThat(shell.finish()).isEqualTo(3);
      assertThat(shell.out()).contains("one", "failed", "two").doesNotContain("three");
      assertThat(shell.err())
          .contains("nothing named 'nothing' is installed")
          .doesNotContain("usage");
    }
  }

  @Test
  void aPlanARunAndReportsAreALineEachAndARequirementDecidesTheCode() throws Exception {
    List<String> run = List.of("run", "tiny.yaml", "attacks.idia.threshold=1");

    JsonNode plan = json(0, with(run, "--dry-run", "--json")).get(0);
    assertThat(plan.get("attacks").get(0).asText()).isEqualTo("idia");
    assertThat(plan.get("finished").asBoolean()).isFalse();
    JsonNode report = json(4, with(run, "--require", "idia.tpr>1", "--json")).get(0);
    assertThat(report.at("/requirements/0/holds").asBoolean(true)).isFalse();
    assertThat(report.at("/verdict/outcome").asText()).isEqualTo("audit");
    json(0, with(run, "--require", "idia.tpr<=1", "--json"));

    String directory = plan.get("directory").asText();
    assertThat(json(0, List.of("report", directory, "--json"))).hasSize(1);
    assertThat(json(0, List.of("report", directory, directory, "--json"))).hasSize(2);
    json(4, List.of("report", directory, directory, "--json", "--require", "idia.tpr>1"));
    JsonNode checked = json(2, List.of("validate", "tiny.yaml", "seeed=1", "--json")).get(0);
    assertThat(checked.get("valid").asBoolean(true)).isFalse();
  }

  private static List<String> with(List<String> command, String... more) {
    return Stream.concat(command.stream(), List.of(more).stream()).toList();
  }

  /** Returns the objects that a command prints, of which each is a line. */
  private List<JsonNode> json(int code, List<String> command) throws Exception {
    try (LetheProcess lethe = LetheProcess.start(home, folder, command.toArray(String[]::new))) {
      assertThat(lethe.finish()).as(lethe.err()).isEqualTo(code);
      List<JsonNode> objects = new ArrayList<>();
      for (String line : lethe.out().lines().toList()) {
        objects.add(JSON.readTree(line));
      }
      assertThat(objects).isNotEmpty().allMatch(JsonNode::isObject);
      return objects;
    }
  }
}
