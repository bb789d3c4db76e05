package dev.lethe.tensor.safetensors;

import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import dev.lethe.tensor.stored.StoredTensor;
import dev.lethe.tensor.stored.StoredType;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Turns one field of a header into an entry that is certain to lie within the file. */
final class EntryParser {
  /** PyTorch's own limit. */
  private static final int MOST_DIMENSIONS = 64;

  private final JsonParser json;
  private final long dataStart;
  private final long dataLength;

  EntryParser(JsonParser json, long dataStart, long dataLength) {
    this.json = json;
    this.dataStart = dataStart;
    this.dataLength = dataLength;
  }

  /**
   * Parses {@code {"dtype": "F32", "shape": [2, 3], "data_offsets": [0, 24]}}, of which the bracket
   * is the next token.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  HeaderEntry parse(String name) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new IllegalArgumentException("it is not described by an object");
    }
    String type = "";
    long[] shape = null;
    long[] offsets = null;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "dtype" -> type = json.getValueAsString("");
        case "shape" -> shape = numbers(field);
        case "data_offsets" -> offsets = numbers(field);
        default -> json.skipChildren();
      }
    }
    return entry(
        new StoredTensor(name, type(type), new Shape(require(shape, "shape"))),
        require(offsets, "data_offsets"));
  }

  private HeaderEntry entry(StoredTensor tensor, long[] offsets) {
    if (offsets.length != 2 || offsets[0] > offsets[1] || offsets[1] > dataLength) {
      throw new IllegalArgumentException(
          "its data_offsets %s do not lie within %d bytes"
              .formatted(Arrays.toString(offsets), dataLength));
    }
    if (bytes(tensor) != offsets[1] - offsets[0]) {
      throw new IllegalArgumentException(
          "a shape of %s in %s does not take %d bytes"
              .formatted(tensor.shape(), tensor.type(), offsets[1] - offsets[0]));
    }
    return new HeaderEntry(tensor, dataStart + offsets[0]);
  }

  private static long bytes(StoredTensor tensor) {
    long bytes = tensor.type().bytes();
    try {
      for (long dimension : tensor.shape().getShape()) {
        bytes = Math.multiplyExact(bytes, dimension);
      }
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("its shape is larger than any file", e);
    }
    return bytes;
  }

  private static StoredType type(String name) {
    return StoredType.named(name)
        .orElseThrow(() -> new IllegalArgumentException("unknown dtype '" + name + "'"));
  }

  private static long[] require(long @Nullable [] numbers, String field) {
    if (numbers == null) {
      throw new IllegalArgumentException("it has no list '" + field + "'");
    }
    return numbers;
  }

  private long[] numbers(String field) throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw new IllegalArgumentException("it has no list '" + field + "'");
    }
    long[] numbers = new long[MOST_DIMENSIONS];
    int count = 0;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (count == MOST_DIMENSIONS) {
        throw new IllegalArgumentException(
            "its %s has more than %d numbers".formatted(field, MOST_DIMENSIONS));
      }
      numbers[count++] = number(field);
    }
    return Arrays.copyOf(numbers, count);
  }

  private long number(String field) throws IOException {
    boolean whole =
        json.currentToken() == JsonToken.VALUE_NUMBER_INT
            && json.getNumberType() != NumberType.BIG_INTEGER;
    if (!whole || json.getLongValue() < 0) {
      throw new IllegalArgumentException(
          "its %s has not only whole numbers from 0".formatted(field));
    }
    return json.getLongValue();
  }
}
