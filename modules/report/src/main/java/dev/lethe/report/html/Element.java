package dev.lethe.report.html;

import dev.lethe.io.Visible;
import dev.lethe.report.figures.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An element of the page. Every text and attribute is escaped when it is written, so a name such as
 * {@code <script>} is shown, never run, and nothing in it is hidden. The result is HTML that is
 * also well-formed XML.
 */
final class Element {
  private static final Set<String> VOID = Set.of("meta", "br", "img", "input", "hr", "wbr");

  private final String name;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<Object> children = new ArrayList<>();

  private Element(String name) {
    this.name = name;
  }

  /** A script or a style sheet of ours: the one content that is written as it is. */
  private record Source(String code) {}

  static Element element(String name) {
    return new Element(name);
  }

  static Element element(String name, String text) {
    return new Element(name).text(text);
  }

  /** Returns a {@code script} or {@code style} element with code that is part of this module. */
  static Element source(String name, String code) {
    if (code.contains("]]>") || code.contains("</" + name)) {
      throw new IllegalArgumentException("the code would end its own element");
    }
    var element = new Element(name);
    element.children.add(new Source(code));
    return element;
  }

  Element with(String attribute, String value) {
    attributes.put(attribute, value);
    return this;
  }

  Element with(String attribute, double value) {
    return with(attribute, Numbers.plain(value));
  }

  String name() {
    return name;
  }

  /** Returns an attribute, or nothing as an empty text. */
  String attribute(String attribute) {
    return attributes.getOrDefault(attribute, "");
  }

  /** Returns the elements in it. */
  List<Element> elements() {
    return children.stream().filter(Element.class::isInstance).map(Element.class::cast).toList();
  }

  /** Adds an element before all others, so that they are drawn over it. */
  Element first(Element element) {
    children.add(0, element);
    return this;
  }

  Element text(String text) {
    children.add(text);
    return this;
  }

  Element add(Element... elements) {
    children.addAll(List.of(elements));
    return this;
  }

  Element addAll(Iterable<Element> elements) {
    elements.forEach(children::add);
    return this;
  }

  @Override
  public String toString() {
    var out = new StringBuilder();
    writeTo(out);
    return out.toString();
  }

  void writeTo(StringBuilder out) {
    out.append('<').append(name);
    attributes.forEach(
        (key, value) -> {
          out.append(' ').append(key).append("=\"");
          escape(value, out);
          out.append('"');
        });
    if (VOID.contains(name)) {
      out.append("/>");
      return;
    }
    out.append('>');
    for (var child : children) {
      if (child instanceof Element element) {
        element.writeTo(out);
      } else if (child instanceof Source source) {
        out.append("/*<![CDATA[*/\n").append(source.code()).append("/*]]>*/");
      } else {
        escape((String) child, out);
      }
    }
    out.append("</").append(name).append('>');
  }

  private static void escape(String text, StringBuilder out) {
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> {
                  if (Visible.isHidden(c)) {
                    Visible.escape(c, out);
                  } else {
                    out.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
                  }
                }
              }
            });
  }

  /** XML 1.0 has no way to write others, not even escaped; the hidden ones are already gone. */
  private static boolean isAllowed(int c) {
    return c <= 0xFFFD || c >= 0x10000;
  }
}
