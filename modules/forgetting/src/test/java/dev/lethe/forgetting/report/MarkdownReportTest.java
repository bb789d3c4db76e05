package dev.lethe.forgetting.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import dev.lethe.forgetting.finding.PersonFacts;
import dev.lethe.report.Limits;
import dev.lethe.report.Report;
import dev.lethe.report.ReportDocument;
import dev.lethe.report.ReportForm;
import dev.lethe.report.Verdict;
import dev.lethe.report.requirement.Requirements;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MarkdownReportTest {
  private final Report report = new SampleReport(3, 1, 2).draft().report();
  private final String markdown = ReportForm.TEXT.render(report);

  @Test
  void theVerdictStandsInEveryFormOfAReport() {
    Verdict verdict = report.verdict();
    String page = ReportForm.PAGE.render(report);
    assertThat(markdown).contains("**Forgotten.** " + verdict.headline());
    assertThat(page).contains("<h1>" + verdict.headline() + "</h1>");
    for (String line : verdict.lines()) {
      assertThat(markdown).contains("- " + line);
      assertThat(page).contains("<p class=\"who\">" + line);
    }
    assertThat(ReportDocument.map(report, Requirements.of(report)).get("verdict"))
        .asInstanceOf(MAP)
        .containsEntry("headline", verdict.headline())
        .containsEntry("outcome", "forgotten");
  }

  @Test
  void everyLimitStandsInEveryFormOfAReport() {
    Limits limits = report.limits();
    assertThat(limits.limits()).hasSizeGreaterThan(5);
    assertThat(markdown).contains("## What this does not protect from");
    String page = ReportForm.PAGE.render(report);
    for (Limits.Item limit : limits.limits()) {
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
    assertThat(ReportForm.TEXT.render(SampleReport.defended().report())).contains("up to 36.9 %");
  }

  @Test
  void whereMembershipIsNotKnownTheListSaysSo() {
    PersonFacts unknown = new PersonFacts(3.0, 0.0, null, true, true, false);
    Report report = SampleReport.of(Map.of("Ada", unknown)).report();
    assertThat(ReportForm.TEXT.render(report))
        .contains("| Ada | not known | Asked to be forgotten | 3 ✓ | 0 |")
        .contains("**Nobody said who the members are.**");
    assertThat(ReportForm.PAGE.render(report))
        .doesNotContain("in the training data, did not ask")
        .contains("Nobody said who the members are.");
  }

  @Test
  void whatWasRequiredFollowsTheVerdict() {
    assertThat(List.copyOf(ReportDocument.map(report, Requirements.of(report)).keySet()))
        .startsWith("schema", "recipe", "redacted", "verdict", "requirements");
  }
}
