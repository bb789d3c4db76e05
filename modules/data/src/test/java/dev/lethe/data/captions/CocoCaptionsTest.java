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

class CocoCaptionsTest extends CaptionSourceContractTest {
  private static final String JSON =
      """
      {"info": {"year": 2017, "nested": [[1]]},
       "annotations": [
         {"image_id": 9, "id": 2, "caption": "A red disc.\\n", "words": ["a"]},
         {"image_id": 4, "id": 1, "caption": "A café"}],
       "images": [{"id": 9, "file_name": "000000000009.jpg", "height": 480}]}
      """;

  @TempDir Path folder;

  @Override
  protected CaptionSource source() {
    return source(JSON);
  }

  @Override
  protected CaptionSource changed() {
    return source(JSON.replace("red", "blue"));
  }

  private CaptionSource source(String json) {
    Path file = Packed.GZIP.write(folder.resolve("captions_val2017.json.gz"), json);
    return Sources.create(CaptionSource.class, "coco", Map.of("path", file.toString()));
  }

  @Test
  void captionsComeInTheOrderOfTheFile() {
    assertThat(source().read().lines()).containsExactly("A red disc.", "A café");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[1] | it does not begin as a JSON object",
        "`` | it does not begin as a JSON object",
        "{\"images\": []} | it has no 'annotations'",
        "{\"annotations\": {}} | 'annotations' is no list",
        "{\"annotations\": [3]} | 'annotations' holds something else than objects",
        "{\"annotations\": [{\"image_id\": 3}]} | an element of 'annotations' has no text 'caption'",
        "{\"annotations\": [{\"image_id\": \"3\", \"caption\": \"a\"}]} | an element of 'annotations' has no number 'image_id'",
        "{\"annotations\": [{\"image_id\": 3, \"caption\": \"Zo\\ufffd\"}]} | a caption must be in UTF-8, but a character was lost",
        "{\"annotations\": [{\"image_id\": 3, \"caption\": \"a \\ude00\"}]} | a caption must be in whole characters",
        "{\"annotations\": [{\"image_id\": 3, \"caption\": \"a\"}]} {} | something follows its end",
        "{\"annotations\": [{\"image_id\": 3, \"caption\": \"a\", \"caption\": \"b\"}]} | it is damaged or cut short: Duplicate field 'caption'",
        "{\"annotations\": [{\"image_id\": 3, \"caption\": \"a\"} | it is damaged or cut short: "
      })
  void anotherFileIsRefusedInOneLine(String json, String problem) {
    assertThatThrownBy(() -> source(json).read())
        .isExactlyInstanceOf(LetheException.class)
        .hasMessageStartingWith(
            "%s is no file of COCO's captions: %s"
                .formatted(folder.resolve("captions_val2017.json.gz"), problem))
        .message()
        .hasLineCount(1);
  }
}
