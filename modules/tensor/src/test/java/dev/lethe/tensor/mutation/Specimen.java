package dev.lethe.tensor.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A checkpoint: the only file in a folder, or several of which the last one, by name, is opened.
 *
 * @param names its files, in order
 * @param contents their bytes
 */
record Specimen(List<String> names, List<byte[]> contents) {

  /** Reads the checkpoints, a folder each. */
  static List<Specimen> all(Path folder) throws IOException {
    List<Specimen> specimens = new ArrayList<>();
    for (Path each : list(folder)) {
      List<String> names = new ArrayList<>();
      List<byte[]> contents = new ArrayList<>();
      for (Path file : list(each)) {
        names.add(file.getFileName().toString());
        contents.add(Files.readAllBytes(file));
      }
      specimens.add(new Specimen(names, contents));
    }
    return specimens;
  }

  /** Writes its files and returns the one to open. */
  Path whole(Path folder) throws IOException {
    return write(folder, contents);
  }

  /** Writes its files, one of them damaged, and returns the one to open. */
  Path damaged(Path folder, Damage damage, Specimen other) throws IOException {
    List<byte[]> written = new ArrayList<>(contents);
    int hurt = damage.choose(written.size());
    byte[] source = other.contents.get(damage.choose(other.contents.size()));
    written.set(hurt, damage.of(written.get(hurt), source));
    return write(folder, written);
  }

  private Path write(Path folder, List<byte[]> written) throws IOException {
    for (int i = 0; i < names.size(); i++) {
      Files.write(folder.resolve(names.get(i)), written.get(i));
    }
    return folder.resolve(names.get(names.size() - 1));
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
