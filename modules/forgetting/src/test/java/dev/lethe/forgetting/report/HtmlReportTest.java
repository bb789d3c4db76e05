package dev.lethe.forgetting.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.report.Metrics;
import dev.lethe.report.Report;
import dev.lethe.report.ReportForm;
import dev.lethe.report.figures.Numbers;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HtmlReportTest {
  private final Draft run = SampleReport.defended();
  private final Report report = run.report();
  private final String page = ReportForm.PAGE.render(report);

  @Test
  void thePageIsWellFormedXml() throws Exception {
    assertThat(elements(parse(page), "svg")).hasSizeGreaterThan(run.facts().people().size());
  }

  @Test
  void everyDrawingHasNumbersThatCanBeDrawn() throws Exception {
    assertThatEverythingCanBeDrawn(parse(page));
  }

  @Test
  void onePersonAndOneStepAreDrawnToo() throws Exception {
    var small = new SampleReport(1, 0, 1).withSteps(1).draft().report();
    var document = parse(ReportForm.PAGE.render(small));
    assertThat(personNames(document)).hasSize(1);
    assertThatEverythingCanBeDrawn(document);
  }

  @Test
  void aMeasureThatIsNotANumberIsADash() throws Exception {
    var metrics = new LinkedHashMap<String, @Nullable Double>(report.metrics().after());
    metrics.put("zero-shot.top1", Double.NaN);
    var broken =
        new Draft(
                run.recipe(),
                false,
                run.config(),
                run.provenance(),
                new Metrics(report.metrics().before(), metrics),
                run.descriptions(),
                run.facts(),
                run.views(),
                run.artifacts(),
                run.words(),
                run.notes())
            .report();
    var document = parse(ReportForm.PAGE.render(broken));
    assertThatEverythingCanBeDrawn(document);
    assertThat(document.getDocumentElement().getTextContent()).doesNotContain("NaN %");
  }

  private static void assertThatEverythingCanBeDrawn(Document document) {
    for (var name : List.of("line", "circle", "text", "path")) {
      for (var element : elements(document, name)) {
        for (var attribute : List.of("x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "d")) {
          assertThat(element.getAttribute(attribute)).doesNotContain("NaN", "Infinity", ",");
        }
      }
    }
  }

  @Test
  void aNameIsShownAndNeverRun() throws Exception {
    assertThat(page).doesNotContain("<script>alert");
    assertThat(elements(parse(page), "script")).hasSize(1);
    assertThat(personNames(parse(page))).contains(SampleReport.AWKWARD_NAME);
  }

  @Test
  void everyPersonAppearsWithItsCounts() throws Exception {
    var document = parse(page);
    assertThat(personNames(document))
        .containsExactlyInAnyOrderElementsOf(run.facts().people().keySet());
    for (var item : people(document)) {
      var person = run.facts().people().get(item.getAttribute("data-name"));
      assertThat(item.getTextContent())
          .contains(Numbers.plain(person.before()) + " → " + Numbers.plain(person.after()));
    }
  }

  @Test
  void everyMetricAppearsWithItsMeaning() throws Exception {
    var codes = elements(parse(page), "code").stream().map(Element::getTextContent).toList();
    assertThat(codes)
        .containsAll(
            Stream.concat(
                    report.metrics().before().keySet().stream(),
                    report.metrics().after().keySet().stream())
                .filter(name -> !name.endsWith(".low") && !name.endsWith(".high"))
                .toList());
    report.descriptions().forEach(metric -> assertThat(page).contains(metric.meaning()));
  }

  @Test
  void nothingIsLoadedFromElsewhere() {
    assertThat(page).doesNotContain("http:", "https:", "src=", "@import", "//cdn");
    assertThat(page.replace("url(#", "")).doesNotContain("url(");
  }

  @Test
  void idsAreUnique() throws Exception {
    var ids = new ArrayList<String>();
    for (var element : elements(parse(page), "*")) {
      if (!element.getAttribute("id").isEmpty()) {
        ids.add(element.getAttribute("id"));
      }
    }
    assertThat(ids).doesNotHaveDuplicates();
  }

  @Test
  void everyLinkLeadsSomewhere() throws Exception {
    var document = parse(page);
    var ids = elements(document, "*").stream().map(element -> element.getAttribute("id")).toList();
    for (var link : elements(document, "a")) {
      assertThat(ids).contains(link.getAttribute("href").substring(1));
    }
  }

  @Test
  void numbersDoNotDependOnTheLocale() {
    var usual = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(ReportForm.PAGE.render(report).lines().filter(line -> !page.contains(line)))
          .isEmpty();
    } finally {
      Locale.setDefault(usual);
    }
  }

  @Test
  void aLossBelowZeroIsExplained() throws Exception {
    assertThat(lossCaptions("utility")).allMatch(text -> text.contains("−1 for what means"));
    assertThat(lossCaptions("total")).allMatch(text -> text.contains("Below 0, since cosine"));
    assertThat(lossCaptions("weight-norm")).noneMatch(text -> text.contains("Below 0"));
  }

  private List<String> lossCaptions(String term) throws Exception {
    var captions =
        elements(parse(page), "figcaption").stream()
            .map(Element::getTextContent)
            .filter(text -> text.startsWith(term))
            .toList();
    assertThat(captions).hasSize(1);
    return captions;
  }

  @Test
  void anAuditShowsNoDefense() throws Exception {
    var audit = ReportForm.PAGE.render(SampleReport.audit().report());
    assertThat(elements(parse(audit), "section"))
        .extracting(section -> section.getAttribute("id"))
        .containsExactly("metrics", "people", "examples", "limits", "provenance");
    assertThat(audit).contains("The attack found").doesNotContain("After<");
  }

  static Document parse(String page) throws Exception {
    var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    return builder.parse(new InputSource(new StringReader(page)));
  }

  private static List<String> personNames(Document document) {
    return people(document).stream().map(item -> item.getAttribute("data-name")).toList();
  }

  private static List<Element> people(Document document) {
    return elements(document, "li").stream()
        .filter(item -> item.hasAttribute("data-name"))
        .toList();
  }

  private static List<Element> elements(Document document, String name) {
    NodeList found = document.getElementsByTagName(name);
    var elements = new ArrayList<Element>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }
}
