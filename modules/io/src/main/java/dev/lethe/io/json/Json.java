package dev.lethe.io.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
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
import dev.lethe.io.IoFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Map;

/** JSON with keys in kebab case, in a fixed order, the same on every machine. */
public final class Json {
  /** Many times what a run of ten thousand people gives; all of it is held in memory. */
  private static final int LARGEST = 128 << 20;

  private static final JsonMapper MAPPER =
      PanelKinds.addTo(JsonMapper.builder())
          .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS) // a question is no component of a record
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
   * @throws LetheException if it cannot be read or holds no JSON object
   */
  public static JsonNode read(Path path) {
    try {
      JsonNode tree = MAPPER.readTree(bytes(path));
      if (!tree.isObject()) {
        String found = tree.isMissingNode() ? "empty" : tree.getNodeType().name();
        throw new LetheException(
            "%s is damaged: expected a JSON object, found %s"
                .formatted(path, found.toLowerCase(Locale.ROOT)));
      }
      return tree;
    } catch (JsonProcessingException e) {
      throw new LetheException(
          "%s is damaged: it is no valid JSON from line %d on"
              .formatted(path, e.getLocation() == null ? 1 : e.getLocation().getLineNr()),
          e);
    } catch (IOException e) {
      throw IoFailure.cannot("read", path, e);
    }
  }

  /** The length that the system gives is not believed, and a pipe or a device is not opened. */
  private static byte[] bytes(Path path) throws IOException {
    if (Files.exists(path) && Files.readAttributes(path, BasicFileAttributes.class).isOther()) {
      throw new LetheException(path + " is damaged: it is a device, a pipe or a socket");
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new LetheException(
            "%s is damaged: it has more than %d bytes".formatted(path, LARGEST));
      }
      return bytes;
    }
  }

  /**
   * Reads a file as a map of what JSON knows.
   *
   * @throws LetheException if it cannot be read or holds no JSON object
   */
  public static Map<String, Object> map(Path path) {
    return map(read(path));
  }

  /** Returns a tree that is an object as a map of what JSON knows. */
  public static Map<String, Object> map(JsonNode tree) {
    return MAPPER.convertValue(tree, new TypeReference<Map<String, Object>>() {});
  }

  /**
   * Turns a tree that is an object into a value.
   *
   * @param path where it was read, for messages
   * @throws LetheException if it has another shape
   */
  public static <T> T value(JsonNode tree, Class<T> type, Path path) {
    try {
      return MAPPER.treeToValue(tree, type);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new LetheException(path + " is damaged or was not written by this version of Lethe", e);
    }
  }

  /**
   * Turns a tree that is an object into a value.
   *
   * @throws IllegalArgumentException if it has another shape
   */
  public static <T> T value(JsonNode tree, Class<T> type) {
    return MAPPER.convertValue(tree, type);
  }

  /** Returns a value as the tree that is read again after it was written. */
  public static JsonNode written(Object value) {
    try {
      return MAPPER.readTree(canonical(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot read what was written: " + value.getClass(), e);
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
