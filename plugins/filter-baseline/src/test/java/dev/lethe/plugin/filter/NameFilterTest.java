package dev.lethe.plugin.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameFilterTest {
  private final NameFilter filter =
      new NameFilter(Map.of("Zoë O'Brien-Smith", "human", "Anna", "a woman", "Anna Lee", "human"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Zoë O'Brien-Smith",
        "ZOE O\u2019BRIEN SMITH",
        "zoe\u0308 obrien\u2011smith",
        "Zoe\u00a0 O Brien_Smith",
        "Z\u200boë O'Brien\u00adSmith",
        "\uff3aoë O'Brien.Smith"
      })
  void oneSpellingIsAsGoodAsAnother(String name) {
    assertThat(filter.apply("a photo of %s's café, 1999".formatted(name)))
        .isEqualTo("a photo of human's café, 1999");
  }

  @Test
  void whatIsNoNameKeepsItsCharacters() {
    String text = "A  Café\u2014naïve, 'quoted' \u00df \ud83d\ude00!";
    assertThat(filter.apply(text)).isEqualTo(text);
  }

  @Test
  void aNameWithinAWordIsNone() {
    assertThat(filter.apply("Savannah, Anna1, hosanna")).isEqualTo("Savannah, Anna1, hosanna");
  }

  @Test
  void theLongerOfTwoNamesComesFirst() {
    assertThat(filter.apply("Anna Lee and Anna")).isEqualTo("human and a woman");
  }

  @Test
  void aSpellingMistakeIsRead() {
    assertThat(filter.apply("Ana Lee")).isEqualTo("Ana Lee");
  }
}
