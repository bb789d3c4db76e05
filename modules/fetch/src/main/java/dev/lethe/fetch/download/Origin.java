package dev.lethe.fetch.download;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a part file is a part of: a small file of two lines, the address and the validator. */
final class Origin {
  private final Path path;
  private String address;
  private @Nullable String validator;

  private Origin(Path path, String address, @Nullable String validator) {
    this.path = path;
    this.address = address;
    this.validator = validator;
  }

  static Origin read(Path path) throws IOException {
    if (!Files.exists(path)) {
      return new Origin(path, "", null);
    }
    List<String> lines = Files.readAllLines(path);
    return new Origin(
        path, lines.isEmpty() ? "" : lines.get(0), lines.size() < 2 ? null : lines.get(1));
  }

  /** Returns whether bytes can be added without mixing two files unnoticed. */
  boolean canContinue(Download download) {
    return address.equals(download.address().toString())
        && (validator != null || download.isChecked());
  }

  @Nullable String validator() {
    return validator;
  }

  void write(URI from, @Nullable String sign) throws IOException {
    address = from.toString();
    validator = sign;
    Files.write(path, sign == null ? List.of(address) : List.of(address, sign));
  }

  void delete() throws IOException {
    Files.deleteIfExists(path);
  }
}
