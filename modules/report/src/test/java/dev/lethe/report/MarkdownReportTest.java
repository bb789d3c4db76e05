package dev.lethe.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.report.html.HtmlReport;
import dev.lethe.report.requirement.Requirements;
import dev.lethe.report.verdict.Limits;
import dev.lethe.report.verdict.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MarkdownReportTest {
  private final Report report = new SampleReport(3, 1, 2).report();
  private final String markdown = MarkdownReport.render(report);

  @Test
  void theVerdictStandsInEveryFormOfAReport() {
    Verdict verdict = Verdict.of(report);
    String page = new HtmlReport().render(report);
    assertThat(markdown).contains("**Forgotten.** " + verdict.headline());
    assertThat(page).contains("<h1>" + verdict.headline() + "</h1>");
    for (String line : verdict.people()) {
      assertThat(markdown).contains("- " + line);
      assertThat(page).contains("<p class=\"who\">" + line);
    }
    assertThat(ReportDocument.tree(report).at("/verdict/headline").asText())
        .isEqualTo(verdict.headline());
    assertThat(ReportDocument.tree(report).at("/verdict/outcome").asText()).isEqualTo("forgotten");
  }

  @Test
  void everyLimitStandsInEveryFormOfAReport() {
    Limits limits = Limits.of(report);
    assertThat(limits.limits()).hasSizeGreaterThan(5);
    assertThat(markdown).contains("## What this does not protect from");
    String page = new HtmlReport().render(report);
    for (Limits.Limit limit : limits.limits()) {
      assertThat(markdown).contains("- **" + limit.title() + "** ");
      assertThat(page).contains("<strong>" + limit.title() + "</strong> " + limit.meaning());
    }
  }

  @Test
  void theLimitsSpeakOfAsManyPeopleAsWereTested() {
    assertThat(markdown)
        .contains(
            "None found of 2, as many as were tested here, would still allow a share of up to 84.2"
                + " %.")
        .doesNotContain("of 8");
    assertThat(MarkdownReport.render(SampleReport.defended())).contains("up to 36.9 %");
  }

  @Test
  void whereMembershipIsNotKnownTheListSaysSo() {
    PersonReport unknown = new PersonReport(3, 0, null, true, true, false);
    Report report = SampleReport.of(Map.of("Ada", unknown));
    assertThat(MarkdownReport.render(report))
        .contains("| Ada | not known | yes | 3 ✓ | 0 |")
        .contains("**Nobody said who the members are.**");
    assertThat(new HtmlReport().render(report))
        .doesNotContain("in the training data, did not ask")
        .contains("Nobody said who the members are.");
  }

  @Test
  void aReportIsReadBackWithoutWhatFollowsFromIt() {
    assertThat(ReportDocument.facts(ReportDocument.tree(report)).has("verdict")).isFalse();
    assertThat(List.copyOf(ReportDocument.map(report, Requirements.of(report)).keySet()))
        .startsWith("schema", "verdict", "requirements");
  }
}
