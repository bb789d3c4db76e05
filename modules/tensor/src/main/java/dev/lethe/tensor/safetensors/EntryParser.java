package dev.lethe.tensor.safetensors;

import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lethe.tensor.stored.StoredTensor;
import dev.lethe.tensor.stored.StoredType;

/** Turns one field of a header into an entry that is certain to lie within the file. */
final class EntryParser {
  private final long dataStart;
  private final long dataLength;

  EntryParser(long dataStart, long dataLength) {
    this.dataStart = dataStart;
    this.dataLength = dataLength;
  }

  /**
   * Parses {@code {"dtype": "F32", "shape": [2, 3], "data_offsets": [0, 24]}}.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  HeaderEntry parse(String name, JsonNode fields) {
    String typeName = fields.path("dtype").asText();
    StoredType type =
        StoredType.named(typeName)
            .orElseThrow(() -> new IllegalArgumentException("unknown dtype '" + typeName + "'"));
    long[] shape = numbers(fields, "shape");
    long[] offsets = numbers(fields, "data_offsets");
    if (offsets.length != 2 || offsets[0] > offsets[1] || offsets[1] > dataLength) {
      throw new IllegalArgumentException(
          "its data_offsets %s do not lie within %d bytes"
              .formatted(fields.path("data_offsets"), dataLength));
    }
    long length = offsets[1] - offsets[0];
    if (bytes(shape, type) != length) {
      throw new IllegalArgumentException(
          "a shape of %s in %s does not take %d bytes"
              .formatted(fields.path("shape"), type, length));
    }
    return new HeaderEntry(new StoredTensor(name, type, new Shape(shape)), dataStart + offsets[0]);
  }

  private static long bytes(long[] shape, StoredType type) {
    long bytes = type.bytes();
    try {
      for (long dimension : shape) {
        bytes = Math.multiplyExact(bytes, dimension);
      }
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("its shape is larger than any file", e);
    }
    return bytes;
  }

  private static long[] numbers(JsonNode fields, String key) {
    JsonNode list = fields.path(key);
    if (!list.isArray()) {
      throw new IllegalArgumentException("it has no list '" + key + "'");
    }
    long[] numbers = new long[list.size()];
    for (int i = 0; i < numbers.length; i++) {
      JsonNode number = list.get(i);
      if (!number.isIntegralNumber() || !number.canConvertToLong() || number.longValue() < 0) {
        throw new IllegalArgumentException(
            "its %s %s are not whole numbers from 0".formatted(key, list));
      }
      numbers[i] = number.longValue();
    }
    return numbers;
  }
}
