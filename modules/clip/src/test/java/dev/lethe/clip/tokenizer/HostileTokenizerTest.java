package dev.lethe.clip.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lethe.api.LetheException;
import dev.lethe.clip.text.Cleaning;
import dev.lethe.clip.text.FastTokenizer;
import dev.lethe.clip.text.TokenizerFile;
import dev.lethe.clip.text.TokenizerFolders;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What would make the native library panic is refused before. {@code -Dlethe.mutants=20000} tries
 * more than a build does.
 */
class HostileTokenizerTest {
  private static final int MUTANTS = Integer.getInteger("lethe.mutants", 1_000);
  private static final Pattern SUMMARY = Pattern.compile("mutants=(\\d+) read=(\\d+)");
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder;

  @Test
  void aProcessSurvivesEveryTokenizerThatIsNotRefused() throws Exception {
    Path whole = whole();
    Path mutants = Files.createDirectory(folder.resolve("mutants"));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Dai.djl.offline=true",
                "-cp",
                System.getProperty("java.class.path"),
                MutantTokenizers.class.getName(),
                whole.toString(),
                mutants.toString(),
                String.valueOf(MUTANTS),
                "1")
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    Matcher summary = SUMMARY.matcher(output);
    assertThat(summary.find()).as(output).isTrue();
    assertThat(Integer.parseInt(summary.group(1))).isEqualTo(MUTANTS);
    assertThat(Integer.parseInt(summary.group(2))).isBetween(MUTANTS / 10, MUTANTS - MUTANTS / 10);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "/normalizer ; {'type': 'Replace', 'pattern': {'String': ''}, 'content': 'a'} ;"
            + " normalizer.pattern.String = \"\"",
        "/normalizer ; {'type': 'Replace', 'pattern': {'Regex': 'a*'}, 'content': 'b'} ;"
            + " normalizer.pattern.Regex",
        "/normalizer ; {'type': 'Precompiled', 'precompiled_charsmap': 'AAAA'} ; normalizer.type ="
            + " \"Precompiled\"",
        "/normalizer ; {'type': 'Prepend', 'prepend': ''} ; normalizer.type = \"Prepend\"",
        "/normalizer ; {'type': 'Lowercase', 'locale': 'tr'} ; normalizer.locale",
        "/normalizer ; {'type': 'Sequence', 'normalizers': [{'type': 'Replace', 'pattern':"
            + " {'String': 'a'}, 'content': 'aaaaaaaaaaaaaaaa'}, {'type': 'Sequence',"
            + " 'normalizers': [{'type': 'Replace', 'pattern': {'Regex': 'a'}, 'content':"
            + " 'aaaaaaaaaaaaaaaaa'}]}]} ; steps that make a text at most 256 times as long",
        "/normalizer ; {'type': 'Sequence', 'normalizers': [{'type': 'NFKD'}, {'type': 'Replace',"
            + " 'pattern': {'String': ' '}, 'content': '\ufdfa'}, {'type': 'NFKD'}]} ; steps that"
            + " make a text at most 256 times as long",
        "/pre_tokenizer ; {'type': 'Split', 'pattern': {'Regex': '(a+)+$'}, 'behavior': 'Removed',"
            + " 'invert': true} ; pre_tokenizer.pattern.Regex = \"(a+)+$\"",
        "/pre_tokenizer ; {'type': 'Split', 'pattern': {'Regex': 'a'}, 'behavior': 'Kept',"
            + " 'invert': true} ; pre_tokenizer.behavior",
        "/pre_tokenizer ; {'type': 'Metaspace', 'replacement': ''} ; pre_tokenizer.type",
        "/post_processor/sep ; ['<|endoftext|>', 4294967295] ; post_processor.sep",
        "/post_processor/sep ; ['nobody', 0] ; post_processor.sep",
        "/post_processor ; {'type': 'TemplateProcessing', 'single': [{'SpecialToken': {'id': 'x',"
            + " 'type_id': 0}}], 'pair': [], 'special_tokens': {}} ; SpecialToken.id = \"x\"",
        "/post_processor ; {'type': 'TemplateProcessing', 'single': [{'Sequence': {'id': 'B',"
            + " 'type_id': 0}}], 'pair': [], 'special_tokens': {}} ; Sequence.id = \"B\"",
        "/model/merges ; ['a b c'] ; model.merges",
        "/model/merges ; [['a', 'nobody']] ; model.merges",
        "/model/merges ; [['a', 1]] ; model.merges",
        "/model/unk_token ; '<nobody>' ; model.unk_token",
        "/model/continuing_subword_prefix ; '\u00e9\u00e9' ; model.continuing_subword_prefix",
        "/model/dropout ; 0.5 ; model.dropout",
        "/model/byte_fallback ; true ; model.byte_fallback",
        "/model/type ; 'Unigram' ; model.type",
        "/model/vocab/a ; -1 ; model.vocab.a",
        "/model/vocab/a ; 4294967295 ; model.vocab.a",
        "/model/vocab/a ; 1 ; an id that no other token has",
        "/added_tokens/0/content ; '' ; added_tokens[0].content",
        "/added_tokens/1/content ; '!' ; each token once",
        "/added_tokens ; [{'id': 525, 'content': ' ', 'normalized': true}] ;"
            + " added_tokens[0].normalized",
        "/added_tokens/0/id ; 900 ; added_tokens[0].id = 900",
        "/truncation ; {'direction': 'Left', 'max_length': 1, 'stride': 5} ; truncation.direction",
        "/version ; '2.0' ; version",
        "/plugin ; 'x' ; plugin = \"x\" is not supported (supported: to leave it out)",
      })
  void whatIsNotSupportedIsRefusedByItsPlace(String place, String value, String complaint)
      throws IOException {
    ObjectNode root = (ObjectNode) JSON.readTree(whole().toFile());
    int slash = place.lastIndexOf('/');
    JsonNode holder = root.at(place.substring(0, slash));
    JsonNode changed = JSON.readTree(value.replace('\'', '"'));
    String key = place.substring(slash + 1);
    ((ObjectNode) holder).set(key, changed);
    refuses(JSON.writeValueAsBytes(root), complaint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "normalizer ; normalizers ; {'type': 'StripAccents'}",
        "pre_tokenizer ; pretokenizers ; {'type': 'Sequence', 'pretokenizers': [{'type':"
            + " 'Whitespace'}]}",
        "post_processor ; processors ; {'type': 'ByteLevel', 'add_prefix_space': false,"
            + " 'trim_offsets': false}"
      })
  void moreStepsThanAnyTokenizerHasAreRefused(String part, String key, String step)
      throws IOException {
    ObjectNode root = (ObjectNode) JSON.readTree(whole().toFile());
    ArrayNode steps = root.putObject(part).put("type", "Sequence").putArray(key);
    for (int i = 0; i < 64; i++) {
      steps.add(JSON.readTree(step.replace('\'', '"')));
    }
    refuses(JSON.writeValueAsBytes(root), part + " = ");
    refuses(JSON.writeValueAsBytes(root), "at most 64 steps");
  }

  @Test
  void howManyTokensStandAroundATextIsSaidInOneShortLine() throws IOException {
    ObjectNode root = (ObjectNode) JSON.readTree(whole().toFile());
    JsonNode around = root.get("post_processor");
    ArrayNode twenty =
        root.putObject("post_processor").put("type", "Sequence").putArray("processors");
    for (int i = 0; i < 20; i++) {
      twenty.add(around);
    }
    Path file = folder.resolve("many.json");
    JSON.writeValue(file.toFile(), root);
    assertThatExceptionOfType(LetheException.class)
        .isThrownBy(() -> FastTokenizer.open(TokenizerFile.read(file), Cleaning.NONE, 16))
        .withMessageEndingWith("around a text, found 40 tokens");
  }

  @Test
  void moreAddedTokensThanAnyModelHasAreRefused() throws IOException {
    ObjectNode root = (ObjectNode) JSON.readTree(whole().toFile());
    ArrayNode tokens = root.withArray("added_tokens");
    int next = root.path("model").path("vocab").size();
    for (int i = tokens.size(); i <= 10_000; i++) {
      tokens
          .addObject()
          .put("id", next)
          .put("content", "<%d>".formatted(next))
          .put("special", true);
      next++;
    }
    refuses(JSON.writeValueAsBytes(root), "added_tokens[10000].content");
  }

  @Test
  void aFileThatIsNestedTooDeeplyIsRefused() {
    refuses(
        "{\"normalizer\": %s}".formatted("[".repeat(100_000)).getBytes(StandardCharsets.UTF_8),
        "nesting depth");
  }

  @Test
  void aFileThatIsTooLargeIsRefusedBeforeItIsRead() throws IOException {
    Path file = folder.resolve("tokenizer.json");
    try (var channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.allocate(1), 1L << 33);
    }
    assertThatExceptionOfType(LetheException.class)
        .isThrownBy(() -> TokenizerFile.read(file))
        .withMessageContaining("8589934593 bytes");
  }

  @Test
  void aKeyThatStandsTwiceIsRefused() {
    refuses("{\"model\": {}, \"model\": {}}".getBytes(StandardCharsets.UTF_8), "model");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\s+",
        "'s|'t|'re|'ve|'m|'ll|'d|[\\p{L}]+|[\\p{N}]|[^\\s\\p{L}\\p{N}]+",
        "<\\|startoftext\\|>|<\\|endoftext\\|>|'s|'t|'re|'ve|'m|'ll|'d|[\\p{L}]+|[\\p{N}]|[^\\s\\p{L}\\p{N}]+",
        "(?i:<start_of_text>|<end_of_text>|'s)|[\\p{L}]+|[^\\s\\p{L}\\p{N}\\x{0345}]+",
        "[^\\r\\n\\p{L}\\p{N}]?+\\p{L}+|\\p{N}{1,3}x",
        "[a-z_-]+",
        "."
      })
  void aPatternThatTakesSomethingInOneWayIsLinear(String pattern) {
    assertThat(LinearPattern.isLinear(pattern)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a*",
        "a|",
        "(a+)+$",
        "(?:a+)+",
        "(?:a|b)+",
        "(?:a)*",
        "(a)",
        "a+b",
        "a+?",
        "a{1,3}+",
        "a??b",
        "a{2}{3}b",
        "a?a?a?a?b",
        "^a",
        "a$",
        "\\bx",
        "\\1",
        "x(?=y)",
        "[a&&[b]]",
        "[",
        "a{1000}b"
      })
  void aPatternThatMayTryManyWaysOrTakeNothingIsNot(String pattern) {
    assertThat(LinearPattern.isLinear(pattern)).isFalse();
  }

  private void refuses(byte[] content, String complaint) {
    Path file = folder.resolve("tokenizer.json");
    assertThatExceptionOfType(LetheException.class)
        .isThrownBy(
            () -> {
              Files.write(file, content);
              TokenizerFile.read(file);
            })
        .withMessageContaining(complaint)
        .withMessageContaining(file.toString())
        .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1));
  }

  private Path whole() throws IOException {
    return TokenizerFolders.named("whole").write(folder).resolve("tokenizer.json");
  }
}
