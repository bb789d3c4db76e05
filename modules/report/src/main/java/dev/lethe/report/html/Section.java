package dev.lethe.report.html;

import static dev.lethe.report.html.Element.element;

import java.util.List;

/**
 * A chapter of the page.
 *
 * @param id its anchor
 * @param label what links to it say
 * @param title its heading
 * @param content what stands below the heading
 */
record Section(String id, String label, String title, List<Element> content) {
  Section {
    content = List.copyOf(content);
  }

  Element render() {
    return element("section")
        .with("id", id)
        .with("aria-labelledby", id + "-title")
        .add(element("h2", title).with("id", id + "-title"))
        .addAll(content);
  }
}
