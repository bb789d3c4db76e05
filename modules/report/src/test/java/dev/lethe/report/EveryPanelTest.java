package dev.lethe.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.api.panel.Panel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A recipe that the report has never heard of is drawn like any other. */
class EveryPanelTest {
  private final Report report = ToyReport.of(Map.of("name", "toy run"));

  @Test
  void thereIsAPanelOfEveryKind() {
    assertThat(ToyReport.panels().stream().<Object>map(Object::getClass))
        .containsExactlyInAnyOrder((Object[]) Panel.class.getPermittedSubclasses());
  }

  @Test
  void thePageDrawsEachWithItsTitleAndExplanation() throws Exception {
    String text = page().getDocumentElement().getTextContent();
    for (Panel panel : ToyReport.panels()) {
      assertThat(text).contains(panel.title()).contains(panel.explanation());
    }
    assertThat(text).contains("0.75 → 0.5", "most score before", "Four shadows are few.");
    assertThat(page().getElementsByTagName("svg").getLength()).isGreaterThan(4);
  }

  @Test
  void aPictureStandsInThePageItself() throws Exception {
    Element image = (Element) page().getElementsByTagName("img").item(0);
    String address = image.getAttribute("src");
    byte[] png = Base64.getDecoder().decode(address.substring(address.indexOf(',') + 1));
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(address).startsWith("data:image/png;base64,");
    assertThat(read.getWidth()).isEqualTo(2);
    assertThat(read.getRGB(0, 0)).isEqualTo(0xff000102);
    assertThat(read.getRGB(1, 0)).isEqualTo(0xff0304ff);
  }

  @Test
  void theVerdictIsThatOfTheRecipe() {
    assertThat(ReportForm.PAGE.render(report))
        .contains("class=\"verdict tone-bad\"", "It leaks", " of 1</span>");
    assertThat(ReportForm.TEXT.render(report))
        .startsWith("# toy run\n\n**It leaks.** The attack tells members from others.\n");
  }

  @Test
  void idsAreUniqueAndNumbersCanBeDrawn() throws Exception {
    Set<String> ids = new HashSet<>();
    NodeList all = page().getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      Element element = (Element) all.item(i);
      String id = element.getAttribute("id");
      assertThat(id.isEmpty() || ids.add(id)).as(id).isTrue();
      for (String place : List.of("x1", "y1", "x2", "y2", "cx", "cy", "d")) {
        assertThat(element.getAttribute(place)).doesNotContain("NaN", "Infinity");
      }
    }
  }

  @Test
  void whatCanBeReadStandsInTheText() {
    assertThat(ReportForm.TEXT.render(report))
        .contains("| Ada | yes | Members | 0.75 ✓ | 0.5 |")
        .contains("| shadow | 0.25 |")
        .contains("A word: That is all.")
        .contains("| toy.seconds | – | 2 min 05 s | lower | Time it took. |");
  }

  @Test
  void curvesAreATableWithEveryValue() {
    assertThat(ReportForm.HISTORY.render(report))
        .isEqualTo(
            "panel,epoch,loss,seconds\n"
                + "Shadow training,1,1.5,0.1\n"
                + "Shadow training,2,,0.1\n"
                + "Shadow training,3,0.5,0.2\n");
  }

  @Test
  void aRecipeReadsItsSectionAgain() {
    assertThat(report.section("toy", Shadows.class)).isEqualTo(new Shadows(4));
  }

  /** The section of the toy recipe. */
  public record Shadows(int shadows) {}

  private Document page() throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(ReportForm.PAGE.render(report))));
  }
}
