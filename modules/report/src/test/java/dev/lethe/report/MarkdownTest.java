package dev.lethe.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTest {

  @Test
  void htmlAndLinksAreShownAndNotMade() {
    assertThat(Markdown.text("<img src=x onerror=alert(1)>"))
        .isEqualTo("&lt;img src=x onerror=alert(1)&gt;");
    assertThat(Markdown.text("[c](javascript:alert)")).isEqualTo("\\[c\\](javascript:alert)");
    assertThat(Markdown.text("![i](http://x.org)")).isEqualTo("!\\[i\\](http\\://x.org)");
    assertThat(Markdown.text("see www.x.org")).isEqualTo("see www\\.x.org");
    assertThat(Markdown.text("&lt;b> `code` *a* _b_"))
        .isEqualTo("&amp;lt;b&gt; \\`code\\` \\*a\\* \\_b\\_");
    assertThat(Markdown.text("a\\|b")).isEqualTo("a\\\\\\|b");
  }

  @Test
  void aCellStaysOneCellOfOneLine() {
    assertThat(Markdown.text(" a | b\r\n| c \n")).isEqualTo("a \\| b \\| c");
    assertThat(Markdown.text("a\u2028b")).isEqualTo("a b");
  }

  @Test
  void noTextBeginsAHeadingOrAList() {
    assertThat(Markdown.text("# big")).isEqualTo("\\# big");
    assertThat(Markdown.text("- item")).isEqualTo("\\- item");
    assertThat(Markdown.text("12. item")).isEqualTo("12\\. item");
    assertThat(Markdown.text("> quoted")).isEqualTo("&gt; quoted");
  }

  @Test
  void ordinaryNamesStayAsTheyAre() {
    for (String name : new String[] {"Ada Byron", "Jean-Luc O'Hara", "Zoë (born 1990)", "李小龍"}) {
      assertThat(Markdown.text(name)).isEqualTo(name);
    }
  }

  @Test
  void whatATerminalWouldObeyIsWrittenOut() {
    assertThat(Markdown.text("\u001b[31mred\u202e")).isEqualTo("\\\\u001b\\[31mred\\\\u202e");
  }
}
