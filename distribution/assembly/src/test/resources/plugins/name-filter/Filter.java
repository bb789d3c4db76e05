package org.example.filter;

import dev.lethe.api.LetheException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Names, and what is read instead; kept as lines, the first of them the target. */
record Filter(List<String> names, String target) {
  static final String FILE = "filter.txt";

  String apply(String text) {
    String read = text;
    for (String name : names) {
      read = read.replace(name, target);
    }
    return read;
  }

  void write(Path folder) throws IOException {
    List<String> lines = new ArrayList<>(List.of(target));
    lines.addAll(names);
    Files.write(folder.resolve(FILE), lines);
  }

  static Filter read(Path folder) {
    try {
      List<String> lines = Files.readAllLines(folder.resolve(FILE));
      return new Filter(lines.subList(1, lines.size()), lines.get(0));
    } catch (IOException | IndexOutOfBoundsException e) {
      throw new LetheException("cannot read " + folder.resolve(FILE), e);
    }
  }
}
