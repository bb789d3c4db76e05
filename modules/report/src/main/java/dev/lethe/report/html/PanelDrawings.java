package dev.lethe.report.html;

import static dev.lethe.report.html.Element.element;

import dev.lethe.api.panel.CurvePanel;
import dev.lethe.api.panel.MapPanel;
import dev.lethe.api.panel.Panel;
import dev.lethe.api.panel.PeoplePanel;
import dev.lethe.api.panel.PicturesPanel;
import dev.lethe.api.panel.ScatterPanel;
import dev.lethe.api.panel.TablePanel;
import dev.lethe.api.panel.TextPanel;
import dev.lethe.api.panel.VotesPanel;
import dev.lethe.report.Chapter;
import java.util.ArrayList;
import java.util.List;

/** Draws the chapters of one page, each panel by its kind. */
final class PanelDrawings {
  private boolean hasControls;

  Section section(Chapter chapter) {
    var content = new ArrayList<Element>();
    for (int i = 0; i < chapter.panels().size(); i++) {
      var panel = chapter.panels().get(i);
      if (isHeaded(panel) && !panel.title().equals(chapter.title())) {
        content.add(element("h3", panel.title()));
      }
      if (isHeaded(panel) && !panel.explanation().isEmpty()) {
        content.add(element("p", panel.explanation()).with("class", "lead"));
      }
      content.addAll(drawing(panel, chapter.id() + "-" + i));
    }
    return new Section(chapter.id(), chapter.label(), chapter.title(), content);
  }

  /** A table is folded below its title, which then need not stand above it. */
  private static boolean isHeaded(Panel panel) {
    return !(panel instanceof TablePanel);
  }

  /**
   * Draws a panel.
   *
   * @param id where anchors inside it begin, unique on the page
   */
  private List<Element> drawing(Panel panel, String id) {
    if (panel instanceof TablePanel table) {
      return List.of(TableDrawing.of(table));
    }
    if (panel instanceof CurvePanel curves) {
      return List.of(CurveCharts.of(curves, id));
    }
    if (panel instanceof ScatterPanel scatter) {
      return List.of(ScatterDrawing.of(scatter, id));
    }
    if (panel instanceof PeoplePanel people) {
      var drawing = new PeopleDrawing(people).render(id, !hasControls);
      hasControls = true;
      return drawing;
    }
    if (panel instanceof VotesPanel votes) {
      return VotesDrawing.of(votes);
    }
    if (panel instanceof MapPanel map) {
      return List.of(MapFigure.of(map, id));
    }
    if (panel instanceof PicturesPanel pictures) {
      return List.of(PicturesDrawing.of(pictures));
    }
    if (panel instanceof TextPanel) {
      return List.of();
    }
    throw new IllegalStateException("nobody drew a panel of kind " + panel.getClass());
  }
}
