package dev.lethe.report;

import dev.lethe.api.panel.Panel;
import java.util.List;

/**
 * Panels that belong together.
 *
 * @param id its anchor, in kebab case
 * @param label what links to it say
 * @param title its heading; the heading of its only panel need not be repeated
 * @param panels what there is to look at
 */
public record Chapter(String id, String label, String title, List<Panel> panels) {

  /** Copies the list. */
  public Chapter {
    panels = List.copyOf(panels);
  }
}
