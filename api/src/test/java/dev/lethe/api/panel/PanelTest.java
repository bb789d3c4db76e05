package dev.lethe.api.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.image.RgbImage;
import dev.lethe.api.panel.PeoplePanel.Group;
import dev.lethe.api.panel.PeoplePanel.Person;
import dev.lethe.api.panel.TablePanel.Cell;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class PanelTest {
  private static final UnaryOperator<String> PSEUDONYMS = Map.of("Ada Byron", "person-1")::get;

  @Test
  void redactedPeopleHaveOtherNamesAndNoScores() {
    Panel people = people(new Person("Ada Byron", true, 21.0, 0.0, true, false));

    assertThat(people.redacted(PSEUDONYMS))
        .contains(people(new Person("person-1", true, null, null, true, false)));
  }

  @Test
  void anOpenTableStaysAndAnyOtherIsWithheld() {
    List<List<Cell>> rows = List.of(List.of(new Cell.Text("steps"), new Cell.Number(120)));
    List<String> columns = List.of("what", "how many");
    Panel open = new TablePanel("Size", "", true, columns, rows);

    assertThat(open.redacted(PSEUDONYMS)).contains(open);
    assertThat(new TablePanel("Size", "", false, columns, rows).redacted(PSEUDONYMS)).isEmpty();
  }

  @Test
  void aTableWithANameInItIsNeverOpen() {
    List<List<Cell>> rows = List.of(List.of(new Cell.Name("Ada Byron")));

    assertThatThrownBy(() -> new TablePanel("Targets", "", true, List.of("name"), rows))
        .hasMessage("a table with a name in it is not open");
  }

  @Test
  void whatFollowsFromNamesIsWithheld() {
    Position here = new Position(0, 0);

    assertThat(
            List.of(
                new CurvePanel("Losses", "", "step", List.of(), List.of()),
                new ScatterPanel("Scores", "", "x", "y", List.of()),
                new VotesPanel("Votes", "", List.of()),
                new PicturesPanel(
                    "Pictures",
                    "",
                    List.of(new PicturesPanel.Shown("Ada Byron", new RgbImage(1, 1, new byte[3])))),
                new MapPanel(
                    "Map",
                    "",
                    "x",
                    "y",
                    List.of(
                        new MapPanel.Series(
                            "people",
                            MapPanel.Kind.OTHER,
                            List.of(new MapPanel.Point("Ada Byron", here, here)))))))
        .allSatisfy(panel -> assertThat(panel.redacted(PSEUDONYMS)).isEmpty());
  }

  @Test
  void aRowWithTooFewCellsIsRefused() {
    List<List<Cell>> rows = List.of(List.of(new Cell.Number(1)));

    assertThatThrownBy(() -> new TablePanel("Size", "", true, List.of("a", "b"), rows))
        .hasMessage("a row must have a cell for each of 2 columns (got 1)");
  }

  @Test
  void aCurveOfAnotherLengthThanItsAxisIsRefused() {
    List<CurvePanel.Curve> curves = List.of(new CurvePanel.Curve("total", "", true, List.of(1.0)));

    assertThatThrownBy(() -> new CurvePanel("Losses", "", "step", List.of(1.0, 2.0, 3.0), curves))
        .hasMessage("curve 'total' must have a value for each of 3 positions (got 1)");
  }

  private static PeoplePanel people(Person person) {
    return new PeoplePanel(
        "People",
        "",
        "correct prompts",
        List.of(new Group("Asked", "whom it is about", true, List.of(person))));
  }
}
