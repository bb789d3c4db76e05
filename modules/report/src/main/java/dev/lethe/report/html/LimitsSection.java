package dev.lethe.report.html;

import static dev.lethe.report.html.Element.element;

import dev.lethe.report.Limits;
import dev.lethe.report.Report;
import java.util.List;

/** What a good result does not mean. */
final class LimitsSection {
  private LimitsSection() {}

  static Section of(Report report) {
    Limits limits = report.limits();
    Element list = element("ul").with("class", "limits");
    for (Limits.Item limit : limits.limits()) {
      list.add(element("li").add(element("strong", limit.title())).text(" " + limit.meaning()));
    }
    Element lead = element("p", limits.lead()).with("class", "lead");
    return new Section("limits", "Limits", limits.title(), List.of(lead, list));
  }
}
