package dev.lethe.clip.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lethe.api.LetheException;
import dev.lethe.io.IoFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Configuration files. */
public final class JsonFile {
  /** No configuration is as large; what is has no place in memory. */
  private static final long LARGEST = 16 << 20;

  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private JsonFile() {}

  /**
   * Reads a file.
   *
   * @throws LetheException if it cannot be read, is not JSON, or has a key twice
   */
  public static JsonNode read(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new LetheException(
            "%s has %d bytes, expected a configuration of at most %d"
                .formatted(file, Files.size(file), LARGEST));
      }
      return STRICT.readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      String problem = e.getOriginalMessage().lines().findFirst().orElse("");
      throw new LetheException("%s is not valid JSON: %s".formatted(file, problem), e);
    } catch (IOException e) {
      throw IoFailure.cannotRead(file, e);
    }
  }

  /** Returns the content of a file, the same on every machine. */
  public static byte[] bytes(JsonNode root) {
    try {
      String text = STRICT.writeValueAsString(root).replace(System.lineSeparator(), "\n");
      return (text + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
