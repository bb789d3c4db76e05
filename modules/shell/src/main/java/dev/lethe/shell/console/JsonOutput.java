package dev.lethe.shell.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;

/** Results as JSON, for other programs. */
public final class JsonOutput {
  private static final ObjectWriter WRITER = new ObjectMapper().writerWithDefaultPrettyPrinter();

  private JsonOutput() {}

  /** Prints JDK maps, lists, texts, numbers and booleans. */
  public static void print(Console console, Object value) {
    try {
      console.out().println(WRITER.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
