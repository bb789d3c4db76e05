package dev.lethe.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.StreamSupport;

/** What {@code tools/parity/measures.py} made. */
public final class Parity {
  private Parity() {}

  /** Reads a file of it. */
  public static JsonNode read(String name) {
    try (InputStream file = Parity.class.getResourceAsStream("/parity/" + name)) {
      return new ObjectMapper().readTree(Objects.requireNonNull(file, name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a table of numbers, row after row. */
  public static double[] table(JsonNode table) {
    return StreamSupport.stream(table.spliterator(), false)
        .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
        .mapToDouble(JsonNode::doubleValue)
        .toArray();
  }

  /** Returns the same in single precision. */
  public static float[] floats(JsonNode table) {
    double[] values = table(table);
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  /** Returns a list of whole numbers. */
  public static int[] integers(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).mapToInt(JsonNode::intValue).toArray();
  }
}
