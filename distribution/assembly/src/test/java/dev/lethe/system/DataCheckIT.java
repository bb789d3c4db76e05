package dev.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person learns about the data of a configuration before a run. */
class DataCheckIT {
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
  void whatIsThereIsCounted() throws Exception {
    try (LetheProcess lethe = start("tiny.yaml")) {
      assertThat(lethe.finish()).as(lethe.err()).isZero();
      assertThat(lethe.out())
          .containsPattern("people +folders +there +3 people, 6 pictures")
          .containsPattern("captions +lines +there +3 captions");
    }
  }

  @Test
  void whatIsMissingAndWhatIsDamagedIsSaidAtOnceForPrograms() throws Exception {
    Path picture = folder.resolve("people/Bo Kern/0.png");
    byte[] whole = Files.readAllBytes(picture);
    Files.write(picture, Arrays.copyOf(whole, whole.length / 2));
    Files.delete(folder.resolve("captions.txt"));

    try (LetheProcess lethe = start("tiny.yaml", "captions.source=coco", "--json")) {
      assertThat(lethe.finish()).isOne();
      List<String> states = lethe.out().lines().toList();
      JsonNode people = new ObjectMapper().readTree(states.get(0));
      assertThat(people.path("state").asText()).isEqualTo("wrong");
      assertThat(people.path("damaged").asInt()).isOne();
      assertThat(people.path("notes").path(0).asText()).contains("Bo Kern/0.png (it is cut short)");
      JsonNode captions = new ObjectMapper().readTree(states.get(1));
      assertThat(captions.path("state").asText()).isEqualTo("missing");
      assertThat(captions.path("text").asText()).contains("there is no file", "captions.txt");
      assertThat(captions.path("get-it-with"))
          .extracting(JsonNode::asText)
          .contains("lethe data fetch coco-2014-captions");
    }
    try (LetheProcess lethe =
        start("tiny.yaml", "people.unreadable=skip", "captions=", "candidates.total=9")) {
      assertThat(lethe.finish()).as(lethe.err()).isZero();
      assertThat(lethe.out()).contains("3 people, 5 pictures, 1 damaged");
    }
  }

  @Test
  void aDataSetThatPeopleGetByHandIsNamedAndAWrongKeyRefused() throws Exception {
    try (LetheProcess lethe = start("tiny.yaml", "people.source=facescrub", "people.path=none")) {
      assertThat(lethe.finish()).isOne();
      assertThat(lethe.out())
          .contains("does not exist")
          .contains("people: get it with: lethe data fetch facescrub");
    }
    try (LetheProcess lethe = start("tiny.yaml", "people.paht=none")) {
      assertThat(lethe.finish()).isEqualTo(2);
      assertThat(lethe.err()).contains("did you mean 'path'?");
    }
  }

  private LetheProcess start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("data", "check"));
    command.addAll(List.of(arguments));
    return LetheProcess.start(home, folder, command.toArray(String[]::new));
  }
}
