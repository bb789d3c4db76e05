package dev.lethe.data.captions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.LetheException;
import dev.lethe.api.data.CaptionSource;
import dev.lethe.data.Packed;
import dev.lethe.data.Sources;
import dev.lethe.testkit.data.CaptionSourceContractTest;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonLineCaptionsTest extends CaptionSourceContractTest {
  private static final String LINES =
      """
      {"url": "http://a", "caption": " a red disc "}

      {"caption": ["a star\\nand a disc", "a caf\\u00e9"], "size": {"width": 3}}
      {"caption": null}
      """;

  @TempDir Path folder;

  @Override
  protected CaptionSource source() {
    return source(LINES);
  }

  @Override
  protected CaptionSource changed() {
    return source(LINES.replace("red", "blue"));
  }

  private CaptionSource source(String lines) {
    Path file = Packed.ZSTANDARD.write(folder.resolve("captions.jsonl.zst"), lines);
    return Sources.create(CaptionSource.class, "json-lines", Map.of("path", file.toString()));
  }

  @Test
  void aFieldHoldsACaptionOrSeveralOrNone() {
    assertThat(source().read().lines())
        .containsExactly("a red disc", "a star and a disc", "a café");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"caption\": 3} | line 2: field 'caption' must be text (got number)",
        "{\"text\": \"a\", \"url\": 1} | line 2: there is no field 'caption', but: text, url",
        "{\"caption\": \"Zo\\ufffd\"} | line 2: field 'caption' must be in UTF-8, but a character was lost",
        "{\"caption\": \"a \\ud83d\"} | line 2: field 'caption' must be in whole characters, but half of one",
        "{\"caption\": \"a\"} {\"caption\": \"b\"} | line 2: it is no valid JSON: ",
        "{\"caption\": \"a\", \"caption\": \"b\"} | line 2: it is no valid JSON: Duplicate field 'caption'",
        "[\"a disc\"] | line 2: expected a JSON object, found array",
        "{\"caption\": \"a | line 2: it is no valid JSON: "
      })
  void aLineOfAnotherShapeIsRefusedWithItsNumber(String line, String problem) {
    assertThatThrownBy(() -> source("{\"caption\": \"a disc\"}\n" + line + "\n").read())
        .isExactlyInstanceOf(LetheException.class)
        .hasMessageStartingWith(
            "captions: %s, %s".formatted(folder.resolve("captions.jsonl.zst"), problem))
        .message()
        .hasLineCount(1);
  }
}
