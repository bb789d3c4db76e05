package dev.lethe.clip.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lethe.api.LetheException;
import dev.lethe.clip.text.TokenizerFolders.Folder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A tokenizer folder is read as the transformers library reads it: all its files together. */
class TokenizerFoldersTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String CONFIG = "tokenizer_config.json";

  @TempDir Path temporary;

  static List<Folder> folders() {
    return TokenizerFolders.all();
  }

  @ParameterizedTest
  @MethodSource("folders")
  void aFolderGivesTheIdsAndThePaddingOfTransformers(Folder folder) throws IOException {
    TokenizerFiles files = find(folder.write(temporary));
    int context = TokenizerFolders.context();
    int end = TokenizerConfig.around(files.tokenizer(), context)[1];
    int padding = files.paddingId(end);
    assertThat(padding).isEqualTo(folder.padding());
    assertThat(files.tokenizer().size()).isEqualTo(folder.size());
    try (FastTokenizer tokenizer = FastTokenizer.open(files.tokenizer(), Cleaning.NONE, context)) {
      List<int[]> ids = tokenizer.encode(TokenizerFolders.texts());
      assertThat(ids.stream().map(row -> padded(row, context, padding)).toList())
          .usingRecursiveComparison()
          .isEqualTo(folder.ids());
    }
  }

  @Test
  void anExclamationMarkThatPadsIsCutOutOfTextsAndFillsThemUp() throws IOException {
    TokenizerFiles files = find(TokenizerFolders.named("stable-diffusion-2").write(temporary));
    assertThat(files.paddingId(7)).isZero();
    try (FastTokenizer tokenizer = FastTokenizer.open(files.tokenizer(), Cleaning.NONE, 16)) {
      int[] ids = tokenizer.encode("!!");
      assertThat(Arrays.copyOfRange(ids, 1, ids.length - 1)).containsExactly(0, 0);
    }
  }

  @Test
  void filesThatWereReadAreKeptByteByByteAndNoneIsAdded() throws IOException {
    Path folder = TokenizerFolders.named("stable-diffusion-xl-2").write(temporary);
    TokenizerFiles files = find(folder);
    assertThat(files.contents().keySet())
        .containsExactly("merges.txt", "special_tokens_map.json", CONFIG, "vocab.json");
    for (String name : files.contents().keySet()) {
      assertThat(files.contents().get(name)).isEqualTo(Files.readAllBytes(folder.resolve(name)));
    }
  }

  @Test
  void aWholeTokenizerThatIsMadeOfAFolderCutsTextsAsTheFolderDoes() throws IOException {
    TokenizerFiles files = find(TokenizerFolders.named("textual-inversion").write(temporary));
    Path alone = Files.createDirectory(temporary.resolve("alone"));
    Files.write(
        alone.resolve(TokenizerFiles.TOKENIZER),
        files.described(TokenizerFolders.context()).contents().get(TokenizerFiles.TOKENIZER));
    assertThat(ids(find(alone))).usingRecursiveComparison().isEqualTo(ids(files));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "padding_side | \"left\" | padding_side = \"left\" is not supported (supported: right)",
        "truncation_side | \"left\" | truncation_side",
        "split_special_tokens | true | split_special_tokens",
        "tokenizer_class | \"T5Tokenizer\" | tokenizer_class = \"T5Tokenizer\"",
        "image_token | \"<image>\" | image_token",
        "image_tokens | [\"<image>\"] | image_tokens = [\"<image>\"] is not supported (supported:"
            + " to leave it out)",
        "pad_token | 0 | pad_token = 0",
        "pad_token | {\"text\": \"!\"} | pad_token.content",
        "pad_token | {\"content\": \"!\", \"lstrip\": \"no\"} | pad_token.lstrip",
        "pad_token | {\"content\": \"!\", \"case\": 1} | pad_token.case",
        "added_tokens_decoder | {\"0\": \"!\"} | added_tokens_decoder.0",
        "added_tokens_decoder | {\"x\": {\"content\": \"!\"}} | ids as keys",
        "added_tokens_decoder | {\"900\": {\"content\": \"<x>\"}} | the added token <x> has the id"
            + " 900",
        "additional_special_tokens | {\"a\": \"<x>\"} | additional_special_tokens",
        "init_inputs | [\"x\"] | init_inputs",
      })
  void whatIsNotUnderstoodOfAConfigurationIsRefusedByName(
      String key, String value, String complaint) throws IOException {
    Path folder = TokenizerFolders.named("stable-diffusion-2").write(temporary);
    set(folder.resolve(CONFIG), key, value);
    refuses(folder, complaint);
  }

  /** The library writes down what it was called with, also of what only newer versions know. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TOKENIZERS_PARALLELISM | false | ",
        "adapt_prefix | {} | ",
        "model_specific_special_tokens | {} | ",
        "TOKENIZERS_PARALLELISM | \"false\" | TOKENIZERS_PARALLELISM",
        "from_slow | true | from_slow",
        "subfolder | \"tokenizer\" | subfolder",
        "a_key_of_tomorrow | [1] | a_key_of_tomorrow"
      })
  void aKeyThatTheLibraryDoesNotLookAtIsNotedAndChangesNothing(
      String key, String value, String noted) throws IOException {
    Path folder = TokenizerFolders.named("stable-diffusion-2").write(temporary);
    List<int[]> expected = ids(find(folder));
    set(folder.resolve(CONFIG), key, value);
    TokenizerFiles files = find(folder);
    assertThat(ids(files)).usingRecursiveComparison().isEqualTo(expected);
    String note = "tokenizer_config.json has keys that are not known and change nothing here: ";
    assertThat(files.warnings()).isEqualTo(noted == null ? List.of() : List.of(note + noted));
  }

  @Test
  void ofManyKeysThatAreNotKnownTheFirstAreNamed() throws IOException {
    Path folder = TokenizerFolders.named("stable-diffusion-2").write(temporary);
    for (int i = 1; i <= 7; i++) {
      set(folder.resolve(CONFIG), "key" + i, "true");
    }
    assertThat(find(folder).warnings())
        .singleElement()
        .asString()
        .endsWith(": key1, key2, key3, key4, key5 and 2 more");
  }

  @Test
  void aKeyOfTheSpecialTokensThatIsNotUnderstoodIsRefusedByName() throws IOException {
    Path folder = TokenizerFolders.named("map-alone").write(temporary);
    set(folder.resolve("special_tokens_map.json"), "image_token", "\"<image>\"");
    refuses(folder, "special_tokens_map.json: image_token");
  }

  @Test
  void aTokenizerThatVersionsOfTransformersReadDifferentlyIsRefused() throws IOException {
    Path folder = TokenizerFolders.named("fast-cased").write(temporary);
    set(folder.resolve(CONFIG), "tokenizer_class", "\"CLIPTokenizer\"");
    refuses(folder, "disagree about its CLIPTokenizer");
  }

  @Test
  void aVocabularyBesideAnotherOneIsWarnedOf() throws IOException {
    Path folder = TokenizerFolders.named("whole").write(temporary);
    Files.writeString(folder.resolve("vocab.json"), "{\"a\": 0}");
    assertThat(find(folder).warnings())
        .containsExactly("vocab.json has other tokens than tokenizer.json, which is read");
  }

  @Test
  void aTokenizerThatKeepsLessThanTheModelReadsIsWarnedOf() throws IOException {
    TokenizerFiles files = find(TokenizerFolders.named("stable-diffusion-1").write(temporary));
    assertThat(files.cutting(TokenizerFolders.context())).isEmpty();
    assertThat(files.cutting(248)).get().asString().contains("model_max_length");
  }

  private static TokenizerFiles find(Path folder) {
    return TokenizerFiles.find(folder, TokenizerKind.HUGGING_FACE, null);
  }

  private static List<int[]> ids(TokenizerFiles files) {
    int context = TokenizerFolders.context();
    try (FastTokenizer tokenizer = FastTokenizer.open(files.tokenizer(), Cleaning.NONE, context)) {
      return tokenizer.encode(TokenizerFolders.texts());
    }
  }

  private static int[] padded(int[] ids, int length, int padding) {
    int[] padded = Arrays.copyOf(ids, length);
    Arrays.fill(padded, ids.length, length, padding);
    return padded;
  }

  private static void set(Path file, String key, String value) throws IOException {
    ObjectNode root = (ObjectNode) JSON.readTree(file.toFile());
    JsonNode node = JSON.readTree(value);
    root.set(key, node);
    JSON.writeValue(file.toFile(), root);
  }

  private static void refuses(Path folder, String complaint) {
    assertThatExceptionOfType(LetheException.class)
        .isThrownBy(() -> find(folder))
        .withMessageContaining(complaint)
        .withMessageContaining(folder.toString())
        .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1));
  }
}
