package dev.lethe.tensor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What {@code tools/parity/training.py} made. */
public final class Parity {
  private Parity() {}

  /**
   * Returns the numbers of a list, or those of a table row after row.
   *
   * @param pointer to the list, as JSON has them: {@code /distances/student}
   */
  public static double[] numbers(String pointer) {
    return StreamSupport.stream(read().at(pointer).spliterator(), false)
        .flatMap(
            each ->
                each.isArray() ? StreamSupport.stream(each.spliterator(), false) : Stream.of(each))
        .mapToDouble(JsonNode::doubleValue)
        .toArray();
  }

  private static JsonNode read() {
    try (InputStream file = Parity.class.getResourceAsStream("/parity/training.json")) {
      return new ObjectMapper().readTree(Objects.requireNonNull(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
