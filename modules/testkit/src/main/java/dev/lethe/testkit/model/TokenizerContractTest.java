package dev.lethe.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.api.model.Tokenizer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Tokenizer} must do. */
public abstract class TokenizerContractTest {
  private Tokenizer tokenizer;

  /** For subclasses. */
  protected TokenizerContractTest() {}

  /** Opens a tokenizer. */
  protected abstract Tokenizer open();

  @BeforeEach
  void openTokenizer() {
    tokenizer = open();
  }

  @AfterEach
  void close() {
    tokenizer.close();
  }

  @Test
  void manyTextsHaveTheIdsOfEachAlone() {
    List<String> texts = List.of("Anna Lee", "", "a photo of Zoë  O'Neil, 1999", "Anna Lee");
    List<int[]> together = tokenizer.encode(texts);
    for (int i = 0; i < texts.size(); i++) {
      assertThat(together.get(i)).isEqualTo(tokenizer.encode(texts.get(i)));
    }
  }

  @Test
  void noTextIsLongerThanTheContextAndEachKeepsItsEnd() {
    int[] empty = tokenizer.encode("");
    int[] cut = tokenizer.encode("anna lee ".repeat(tokenizer.contextLength()));
    assertThat(cut).hasSize(tokenizer.contextLength());
    assertThat(cut[0]).isEqualTo(empty[0]);
    assertThat(cut[cut.length - 1]).isEqualTo(empty[empty.length - 1]);
    assertThat(Arrays.stream(cut)).allMatch(id -> id >= 0 && id < tokenizer.vocabularySize());
  }

  @Test
  void whatSaysTheSameIsWrittenTheSame() {
    requireSame(
        "Zoë O'Neil",
        "zoë  o'neil",
        "ZOË O&#39;NEIL",
        "Zoë O&amp;#39;Neil",
        "Zo&euml; O&apos;Neil",
        "Zoe\u0308 O\u2019Neil",
        "Zoë\u00a0O\u00b4Neil",
        "ZoÃ« Oâ€™Neil",
        "ZoÃƒÂ« O'Neil",
        "Ｚｏë\u3000Ｏ＇Ｎｅｉｌ",
        "Zo\u00adë\u200b O'Neil\ufeff");
    requireSame("İrem Kaya", "i\u0307rem kaya", "IREM KAYA");
    requireSame("Anna-Lee", "anna\u2011lee");
    requireSame("Strauß", "STRAUSS");
  }

  private void requireSame(String text, String... others) {
    for (String other : others) {
      assertThat(tokenizer.plain(other)).as(other).isEqualTo(tokenizer.plain(text));
    }
  }

  @Test
  void whatSaysSomethingElseIsWrittenOtherwise() {
    List<String> texts =
        List.of("Zoë Lee", "Zoe Lee", "Zoë Leeds", "Zoë Le", "Zoë_Lee", "Zoë & Lee", "");
    Set<String> plain = texts.stream().map(tokenizer::plain).collect(Collectors.toSet());
    assertThat(plain).hasSameSizeAs(texts);
  }

  @Test
  void plainWritingStaysAsItIs() {
    for (String text : List.of("a photo of zoë o'neil, 1999", "ανδρέας, 安娜", "日本 ренé", "a < b")) {
      assertThat(tokenizer.plain(text)).isEqualTo(text);
    }
  }
}
