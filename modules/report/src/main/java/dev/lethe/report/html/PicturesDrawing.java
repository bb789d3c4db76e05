package dev.lethe.report.html;

import static dev.lethe.report.html.Element.element;

import dev.lethe.api.panel.PicturesPanel;

/** Pictures side by side, each with the name of whom it is about. */
final class PicturesDrawing {
  private PicturesDrawing() {}

  static Element of(PicturesPanel panel) {
    var row = element("div").with("class", "pictures");
    for (var shown : panel.pictures()) {
      row.add(
          element("figure")
              .add(
                  element("img")
                      .with("src", PngImage.address(shown.image()))
                      .with("alt", "A picture about " + shown.name())
                      .with("width", String.valueOf(shown.image().width()))
                      .with("height", String.valueOf(shown.image().height())),
                  element("figcaption", shown.name())));
    }
    return row;
  }
}
