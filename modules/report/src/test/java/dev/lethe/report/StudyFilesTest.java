package dev.lethe.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.api.metric.Interval;
import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.Metric.Direction;
import dev.lethe.api.metric.Metric.Role;
import dev.lethe.api.metric.Metric.Unit;
import dev.lethe.report.study.Estimate;
import dev.lethe.report.study.LinePlot;
import dev.lethe.report.study.MarkPlot;
import dev.lethe.report.study.ReferenceTable;
import dev.lethe.report.study.ReferenceTable.Claim;
import dev.lethe.report.study.Sheet;
import dev.lethe.report.study.Study;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class StudyFilesTest {
  private static final Metric FOUND =
      new Metric("toy.found", Unit.SHARE, Direction.LOWER, Role.FORGETTING, "Who is <found>.");
  private static final Metric RIGHT =
      new Metric("toy.right", Unit.SHARE, Direction.HIGHER, Role.UTILITY, "What is right.");

  @Test
  void thePageAndItsFiguresAreWellFormedAndLoadNothing() throws Exception {
    Map<String, String> files = StudyFiles.of(study());
    assertThat(files)
        .containsOnlyKeys(
            "figures/over.svg",
            "figures/over.csv",
            "figures/front.svg",
            "figures/front.csv",
            "tables/against.csv",
            "tables/groups.csv",
            "report.md",
            "report.html");
    for (String name : List.of("report.html", "figures/over.svg", "figures/front.svg")) {
      String text = files.get(name).replace("<!DOCTYPE html>\n", "");
      DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(text)));
      assertThat(text.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http");
    }
    assertThat(files.get("report.html")).contains("a &lt;b&gt;").doesNotContain("a <b>");
  }

  @Test
  void whatIsDrawnStandsInATableBesideIt() {
    assertThat(StudyFiles.of(study()).get("figures/over.csv"))
        .isEqualTo(
            """
            line,count,toy.found.mean,toy.found.deviation,toy.found.low,toy.found.high,toy.found.runs
            a <b>,1,0.5,0.1,0.4,0.6,2
            a <b>,8,,,,,
            """);
  }

  @Test
  void aFigureNeedsNoStyleSheetToBeDrawn() {
    assertThat(StudyFiles.of(study()).get("figures/over.svg"))
        .contains("stroke=\"#0b6b7c\"", "fill=\"#0b6b7c\"", "width=\"460\"")
        .doesNotContain("<style", "var(");
  }

  @Test
  void everyFigureIsAPictureWithTheColorsOfItsLines() throws Exception {
    Map<String, byte[]> pictures = StudyFiles.pictures(study());
    assertThat(pictures).containsOnlyKeys("figures/over.png", "figures/front.png");
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(pictures.get("figures/over.png")));
    assertThat(image.getWidth()).isEqualTo(3 * 460);
    assertThat(image.getRGB(1, 1)).isEqualTo(0xffffffff);
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    assertThat(Arrays.stream(pixels).filter(rgb -> rgb == 0xff0b6b7c).count()).isPositive();
  }

  @Test
  void theNumbersOfOthersStandBesideOurs() {
    Map<String, String> files = StudyFiles.of(study());
    assertThat(files.get("tables/against.csv"))
        .isEqualTo(
            """
            trials,what,claim,reported,measured.mean,measured.deviation,measured.low,measured.high,measured.runs,agreement,note
            count=8,toy.found,at-most,0.4,0.5,0.1,0.4,0.6,2,differs,a note
            count=9,toy.found,equal,0.4,,,,,,not measured,
            """);
    assertThat(files.get("report.md"))
        .contains(
            "| count=8 | toy.found | ≤ 40.0 % | 50.0 % (40.0 to 60.0 %) | differs | a note |");
    assertThat(files.get("report.html")).contains("≤ 40.0 %", "differs", "not measured");
  }

  @Test
  void theBestIsMarkedOnlyWhereNoOtherIntervalReachesIt() {
    Sheet.Row one = row("one", .1, 0, .2);
    Sheet.Row two = row("two", .5, .3, .7);
    Sheet.Row near = row("near", .15, .05, .3);
    assertThat(sheet(one, two).isBest(one, 0)).isTrue();
    assertThat(sheet(one, two).isBest(two, 0)).isFalse();
    assertThat(sheet(one, two, near).isBest(one, 0)).isFalse();
    assertThat(sheet(one).isBest(one, 0)).isFalse();
  }

  @Test
  void theFrontHoldsThoseThatNoneIsBetterThanInBoth() {
    MarkPlot plot =
        new MarkPlot(
            "front",
            "Front",
            "",
            FOUND,
            RIGHT,
            List.of(mark("good", .1, .9), mark("bad", .5, .8), mark("useful", .6, .95)));
    assertThat(plot.front()).extracting(MarkPlot.Mark::name).containsExactly("good", "useful");
  }

  @Test
  void marksOfManyGroupsAreToldApartByTheirShapesToo() {
    List<MarkPlot.Mark> groups =
        IntStream.range(0, 24).mapToObj(i -> mark("group " + i, .5, .5)).toList();
    Study many =
        new Study(
            "toy",
            "",
            List.of(new MarkPlot("many", "Many", "", FOUND, RIGHT, groups)),
            List.of(),
            List.of(),
            List.of(),
            "0.1.0");
    List<String> marks =
        Pattern.compile("<(circle|path)[^>]*mark series[^>]*>")
            .matcher(StudyFiles.of(many).get("report.html"))
            .results()
            .map(MatchResult::group)
            .toList();
    assertThat(marks).as("in the plot, then in its legend").hasSize(2 * groups.size());
    assertThat(marks.subList(0, groups.size())).doesNotHaveDuplicates();
  }

  @Test
  void aPaperGetsTablesInWhichNothingIsACommand() {
    assertThat(StudyFiles.latex(study()).get("tables/groups.tex"))
        .contains("\\toprule", "50.0 \\% $\\pm$ 10.0 \\%", "x\\_1 \\& \\{y\\}");
  }

  private static Study study() {
    Estimate half = new Estimate(.5, .1, new Interval(.4, .6), 2);
    return new Study(
        "toy",
        "Two trials.",
        List.of(
            new LinePlot(
                "over",
                "Found over count",
                "",
                "count",
                List.of("1", "8"),
                FOUND.name(),
                Unit.SHARE,
                List.of(new LinePlot.Line("a <b>", Arrays.asList(half, null)))),
            new MarkPlot("front", "Front", "", FOUND, RIGHT, List.of(mark("x", .5, .5)))),
        List.of(
            new ReferenceTable(
                "against",
                "Beside others",
                "From a paper.",
                List.of(
                    new ReferenceTable.Row(
                        "count=8", FOUND.name(), Unit.SHARE, Claim.AT_MOST, .4, half, "a note"),
                    new ReferenceTable.Row(
                        "count=9", FOUND.name(), Unit.SHARE, Claim.EQUAL, .4, null, "")))),
        List.of(sheet(new Sheet.Row(List.of("x_1 & {y}"), List.of(half)))),
        List.of("A note."),
        "0.1.0");
  }

  private static Sheet sheet(Sheet.Row... rows) {
    return new Sheet("groups", "Groups", "", List.of("method"), List.of(FOUND), List.of(rows));
  }

  private static Sheet.Row row(String name, double mean, double low, double high) {
    return new Sheet.Row(
        List.of(name), List.of(new Estimate(mean, .1, new Interval(low, high), 3)));
  }

  private static MarkPlot.Mark mark(String name, double across, double up) {
    return new MarkPlot.Mark(
        name, new Estimate(across, null, null, 1), new Estimate(up, null, null, 1));
  }
}
