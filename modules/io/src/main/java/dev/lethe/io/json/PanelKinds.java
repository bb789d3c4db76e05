package dev.lethe.io.json;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lethe.api.panel.CurvePanel;
import dev.lethe.api.panel.MapPanel;
import dev.lethe.api.panel.Panel;
import dev.lethe.api.panel.PeoplePanel;
import dev.lethe.api.panel.PicturesPanel;
import dev.lethe.api.panel.ScatterPanel;
import dev.lethe.api.panel.TablePanel;
import dev.lethe.api.panel.TablePanel.Cell;
import dev.lethe.api.panel.TextPanel;
import dev.lethe.api.panel.VotesPanel;

/** How JSON tells panels apart: by a {@code kind}. The API itself knows no JSON. */
final class PanelKinds {
  private PanelKinds() {}

  static JsonMapper.Builder addTo(JsonMapper.Builder builder) {
    return builder.addMixIn(Panel.class, OfPanel.class).addMixIn(Cell.class, OfCell.class);
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @Type(value = TablePanel.class, name = "table"),
    @Type(value = CurvePanel.class, name = "curves"),
    @Type(value = ScatterPanel.class, name = "scatter"),
    @Type(value = PeoplePanel.class, name = "people"),
    @Type(value = VotesPanel.class, name = "votes"),
    @Type(value = MapPanel.class, name = "map"),
    @Type(value = PicturesPanel.class, name = "pictures"),
    @Type(value = TextPanel.class, name = "text")
  })
  private interface OfPanel {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @Type(value = Cell.Text.class, name = "text"),
    @Type(value = Cell.Number.class, name = "number"),
    @Type(value = Cell.Name.class, name = "name")
  })
  private interface OfCell {}
}
