package dev.lethe.clip.tokenizer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lethe.api.LetheException;
import dev.lethe.io.IoFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The JSON files of a tokenizer, bounded before they are parsed. */
public final class TokenizerJson {
  /** Large multilingual vocabularies have 17 MB. */
  private static final int LARGEST = 32 << 20;

  private static final int DEEPEST = 32;

  /** Every token of a vocabulary takes two, every merge up to four. */
  private static final int MOST_TOKENS = 8 << 20;

  private static final JsonMapper STRICT =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxTokenCount(MOST_TOKENS)
                          .build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private TokenizerJson() {}

  /**
   * Reads a file that is not larger than a tokenizer's can be.
   *
   * @throws LetheException if it is, or cannot be read
   */
  public static byte[] bytes(Path file) {
    try {
      long size = Files.size(file);
      if (size > LARGEST) {
        throw new LetheException(
            "%s has %d bytes, expected a tokenizer's file of at most %d"
                .formatted(file, size, LARGEST));
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw IoFailure.cannotRead(file, e);
    }
  }

  /**
   * Parses the content of a file.
   *
   * @param file its name, for messages
   * @throws LetheException if it is no JSON object, has a key twice, or is nested too deeply
   */
  public static ObjectNode parse(Path file, byte[] content) {
    try {
      JsonNode root = STRICT.readTree(content);
      if (root instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      String problem = e.getOriginalMessage().lines().findFirst().orElse("");
      throw new LetheException("%s is not valid JSON: %s".formatted(file, problem), e);
    } catch (IOException e) {
      throw IoFailure.cannotRead(file, e);
    }
    throw new LetheException("%s is no JSON object".formatted(file));
  }

  /** Returns the content of a file. */
  public static byte[] written(JsonNode root) {
    try {
      return STRICT.writeValueAsBytes(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
