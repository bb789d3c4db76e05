package dev.lethe.io.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lethe.api.LetheException;
import dev.lethe.api.image.RgbImage;
import dev.lethe.api.panel.CurvePanel;
import dev.lethe.api.panel.MapPanel;
import dev.lethe.api.panel.Panel;
import dev.lethe.api.panel.PeoplePanel;
import dev.lethe.api.panel.PicturesPanel;
import dev.lethe.api.panel.Position;
import dev.lethe.api.panel.ScatterPanel;
import dev.lethe.api.panel.TablePanel;
import dev.lethe.api.panel.TablePanel.Cell;
import dev.lethe.api.panel.TextPanel;
import dev.lethe.api.panel.VotesPanel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class PanelJsonTest {
  private static final Position HERE = new Position(0.25, -1);

  static final List<Panel> EVERY_KIND =
      List.of(
          new TablePanel(
              "Targets",
              "Each name shall mean the target.",
              false,
              List.of("name", "target", "captions"),
              List.of(List.of(new Cell.Name("Ada"), new Cell.Text("human"), new Cell.Number(0.5)))),
          new CurvePanel(
              "Losses",
              "",
              "step",
              List.of(1.0, 2.0),
              List.of(
                  new CurvePanel.Curve("total", "The sum.", true, Arrays.asList(-0.5, null)),
                  new CurvePanel.Curve("seconds", "", false, List.of(0.1, 0.2)))),
          new ScatterPanel(
              "Scores",
              "",
              "before",
              "after",
              List.of(new ScatterPanel.Series("members", List.of(HERE)))),
          new PeoplePanel(
              "People",
              "",
              "correct prompts",
              List.of(
                  new PeoplePanel.Group(
                      "Asked",
                      "whom it is about",
                      true,
                      List.of(new PeoplePanel.Person("Ada", true, 21.0, null, true, null))))),
          new VotesPanel(
              "Nearest names",
              "",
              List.of(
                  new VotesPanel.Person(
                      "Ada",
                      "asked",
                      true,
                      List.of(
                          new VotesPanel.Question(
                              "a photo of {0}",
                              List.of(new VotesPanel.Vote("Ada", 3)), List.of()))))),
          new MapPanel(
              "Map",
              "",
              "first axis",
              "second axis",
              List.of(
                  new MapPanel.Series(
                      "target",
                      MapPanel.Kind.LANDMARK,
                      List.of(new MapPanel.Point("human", HERE, null))))),
          new PicturesPanel(
              "Examples",
              "",
              List.of(
                  new PicturesPanel.Shown(
                      "Ada", new RgbImage(2, 1, new byte[] {0, 1, 2, -1, -2, -3})))),
          new TextPanel("Training", "None was needed.", true));

  /** A stage's result, as the store keeps it. */
  record Result(List<Panel> panels) {}

  @Test
  void theListHoldsEveryKind() {
    assertThat(EVERY_KIND.stream().<Object>map(Object::getClass))
        .containsExactlyInAnyOrder((Object[]) Panel.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @FieldSource("EVERY_KIND")
  void aPanelThatIsReadAgainIsTheSame(Panel panel, @TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("panel.json"), Json.pretty(panel));

    assertThat(Json.value(Json.read(file), Panel.class, file)).isEqualTo(panel);
  }

  @Test
  void panelsInsideAResultAreReadAgainEach(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("result.json");
    Files.writeString(file, Json.canonical(new Result(EVERY_KIND)));

    assertThat(Json.value(Json.read(file), Result.class, file).panels()).isEqualTo(EVERY_KIND);
  }

  @Test
  void eachSaysItsKindFirst() {
    assertThat(EVERY_KIND.stream().map(Json::tree).map(tree -> tree.fieldNames().next()))
        .containsOnly("kind");
    assertThat(EVERY_KIND.stream().map(Json::tree).map(tree -> tree.get("kind").asText()))
        .containsExactly(
            "table", "curves", "scatter", "people", "votes", "map", "pictures", "text");
  }

  @Test
  void aKindNobodyKnowsIsRefusedWithItsFile() {
    JsonNode unknown = Json.tree(new TextPanel("Training", "", true));
    ((ObjectNode) unknown).put("kind", "hologram");
    Path file = Path.of("report.json");

    assertThatThrownBy(() -> Json.value(unknown, Panel.class, file))
        .isInstanceOf(LetheException.class)
        .hasMessageStartingWith("report.json is damaged");
  }

  @Test
  void whatIsNotFiniteOnACurveIsNoNumberInJson() {
    CurvePanel.Curve curve =
        new CurvePanel.Curve("total", "", true, List.of(1.0, Double.NaN, 1 / 0.0));

    assertThat(Json.canonical(curve))
        .isEqualTo(
            "{\"name\":\"total\",\"meaning\":\"\",\"drawn\":true,\"values\":[1.0,null,null]}");
  }
}
