package dev.lethe.shell.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Results as JSON, an object a line, for other programs. */
public final class JsonOutput {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JsonOutput() {}

  /**
   * Prints all of a result, or nothing where that fails.
   *
   * @param value what becomes an object, or a collection of such: JDK maps of maps, lists, texts,
   *     numbers and booleans
   */
  public static void print(Console console, Object value) {
    Collection<?> objects = value instanceof Collection<?> many ? many : List.of(value);
    console
        .out()
        .print(
            objects.stream()
                .map(each -> line(each) + System.lineSeparator())
                .collect(Collectors.joining()));
    console.out().flush();
  }

  private static String line(Object object) {
    try {
      return MAPPER.writeValueAsString(object);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
