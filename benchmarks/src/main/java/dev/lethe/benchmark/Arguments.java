package dev.lethe.benchmark;

import dev.lethe.api.NotFoundException;
import dev.lethe.api.UsageException;
import dev.lethe.io.IoFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the driver asks for, as {@code key=value}. */
record Arguments(Map<String, String> values) {

  static Arguments of(List<String> words) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals < 1) {
        throw new UsageException("expected key=value, found '" + word + "'");
      }
      values.put(word.substring(0, equals), word.substring(equals + 1));
    }
    return new Arguments(Map.copyOf(values));
  }

  String text(String key) {
    String value = values.get(key);
    if (value == null) {
      throw new UsageException("expected %s=…, found only %s".formatted(key, values.keySet()));
    }
    return value;
  }

  String text(String key, String otherwise) {
    return values.getOrDefault(key, otherwise);
  }

  int number(String key) {
    String text = text(key);
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new UsageException("expected a whole number for %s, found '%s'".formatted(key, text));
    }
  }

  Path path(String key) {
    return Path.of(text(key));
  }

  /** Reads the lines of a file that are not blank. */
  List<String> lines(String key) {
    Path file = path(key);
    if (!Files.isRegularFile(file)) {
      throw new NotFoundException("there is no file " + file);
    }
    try {
      return Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      throw IoFailure.cannotRead(file, e);
    }
  }
}
