package dev.lethe.experiment.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lethe.api.LetheException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** JSON with keys in kebab case, in a fixed order, the same on every machine. */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .build();

  private static final ObjectWriter CANONICAL =
      MAPPER.writer().with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private static final ObjectWriter PRETTY =
      MAPPER.writer(
          new DefaultPrettyPrinter()
              .withObjectIndenter(new DefaultIndenter("  ", "\n"))
              .withArrayIndenter(new DefaultIndenter("  ", "\n")));

  private Json() {}

  /** Returns a value as a tree. */
  public static JsonNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  /** Returns a value as indented text. */
  public static String pretty(Object value) {
    return write(PRETTY, value) + "\n";
  }

  /** Returns a value as text in which the keys of maps are sorted: equal for equal values. */
  public static String canonical(Object value) {
    return write(CANONICAL, value);
  }

  /**
   * Reads a file as a tree.
   *
   * @throws LetheException if it cannot be read or is not JSON
   */
  public static JsonNode read(Path path) {
    try {
      return MAPPER.readTree(Files.readAllBytes(path));
    } catch (JsonProcessingException e) {
      throw new LetheException(path + " is no valid JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw DiskFailure.of("read", path, e);
    }
  }

  /**
   * Turns a tree into a value.
   *
   * @param path where it was read, for messages
   * @throws LetheException if it has another shape
   */
  public static <T> T value(JsonNode tree, Class<T> type, Path path) {
    try {
      return MAPPER.treeToValue(tree, type);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new LetheException(
          path + " was not written by this version of Lethe; remove it and run again", e);
    }
  }

  private static String write(ObjectWriter writer, Object value) {
    try {
      return writer.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write as JSON: " + value.getClass(), e);
    }
  }
}
