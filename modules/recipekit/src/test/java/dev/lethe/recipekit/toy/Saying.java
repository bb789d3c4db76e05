package dev.lethe.recipekit.toy;

import dev.lethe.api.NotFoundException;
import dev.lethe.io.IoFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What somebody said, and whether the model learned it. */
record Saying(String name, boolean member, String text) {

  static List<Saying> read(Path file) {
    if (!Files.exists(file)) {
      throw new NotFoundException("records: there is no file " + file);
    }
    try (var lines = Files.lines(file)) {
      return lines
          .map(line -> line.split("\t"))
          .map(cells -> new Saying(cells[0], cells[1].equals("member"), cells[2]))
          .toList();
    } catch (IOException e) {
      throw IoFailure.cannot("read", file, e);
    }
  }
}
