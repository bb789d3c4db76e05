package dev.lethe.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A small JSON file that a user wrote. */
final class JsonFile {
  private final Path path;

  JsonFile(Path path) {
    this.path = path;
  }

  /**
   * Reads the file.
   *
   * @throws NotFoundException if it is missing
   * @throws UsageException if it is not JSON
   */
  JsonNode read() {
    if (!Files.isRegularFile(path)) {
      throw new NotFoundException("no file " + path);
    }
    try {
      return new ObjectMapper().readTree(Files.readAllBytes(path));
    } catch (JsonProcessingException e) {
      throw new UsageException(
          "%s is not JSON: %s at line %d"
              .formatted(
                  path,
                  e.getOriginalMessage().lines().findFirst().orElse("damaged"),
                  e.getLocation() == null ? 1 : e.getLocation().getLineNr()));
    } catch (IOException e) {
      throw new LetheException("cannot read " + path + ": " + e.getMessage(), e);
    }
  }

  /** Reads a list of texts that must not be empty. */
  List<String> texts() {
    JsonNode root = read();
    List<String> texts = new ArrayList<>();
    root.forEach(item -> texts.add(item.isTextual() ? item.textValue() : ""));
    if (!root.isArray() || texts.isEmpty() || texts.stream().anyMatch(String::isBlank)) {
      throw refused("a list of texts, at least one, none of them empty");
    }
    return List.copyOf(texts);
  }

  UsageException refused(String expected) {
    return new UsageException("%s must hold %s".formatted(path, expected));
  }
}
