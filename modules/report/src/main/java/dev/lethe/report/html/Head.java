package dev.lethe.report.html;

import static dev.lethe.report.html.Element.element;
import static dev.lethe.report.html.Element.source;

/** The head of a page that loads nothing. */
final class Head {
  private Head() {}

  static Element of(String title) {
    return element("head")
        .add(
            element("meta").with("charset", "utf-8"),
            element("meta")
                .with("name", "viewport")
                .with("content", "width=device-width, initial-scale=1"),
            element("meta").with("name", "referrer").with("content", "no-referrer"),
            element("meta").with("name", "color-scheme").with("content", "light dark"),
            element("title", title),
            source("style", Resource.text("report.css")));
  }

  /** Returns the whole page. */
  static String page(String title, Element body) {
    return "<!DOCTYPE html>\n" + element("html").with("lang", "en").add(of(title), body) + "\n";
  }
}
