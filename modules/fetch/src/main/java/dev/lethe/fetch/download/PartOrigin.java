package dev.lethe.fetch.download;

import dev.lethe.io.RegularFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a part file is a part of: a small file of three lines, the address, the validator and the
 * length of the whole.
 */
final class PartOrigin {
  private static final int LARGEST = 1 << 16;

  private final Path path;
  private String address;
  private @Nullable String validator;
  private long total;

  private PartOrigin(Path path, String address, @Nullable String validator, long total) {
    this.path = path;
    this.address = address;
    this.validator = validator;
    this.total = total;
  }

  static PartOrigin read(Path path) throws IOException {
    OwnFile.require(path);
    if (!Files.exists(path)) {
      return new PartOrigin(path, "", null, -1);
    }
    List<String> lines = RegularFile.of("part", path).text(LARGEST).lines().toList();
    String sign = line(lines, 1);
    String length = line(lines, 2);
    return new PartOrigin(
        path,
        line(lines, 0),
        Answer.isSign(sign) ? sign : null,
        length.matches("\\d{1,18}") ? Long.parseLong(length) : -1);
  }

  private static String line(List<String> lines, int index) {
    return index < lines.size() ? lines.get(index) : "";
  }

  /** Returns whether bytes can be added without mixing two files unnoticed. */
  boolean canContinue(Download download) {
    return address.equals(download.address().toString())
        && (validator != null || download.isChecked());
  }

  /** Returns whether an answer is about the same content, as far as anybody says. */
  boolean agrees(Answer answer) {
    long announced = answer.total().orElse(-1);
    return (validator == null || Objects.equals(validator, answer.validator()))
        && (total < 0 || announced < 0 || total == announced);
  }

  @Nullable String validator() {
    return validator;
  }

  void write(URI from, Answer answer) throws IOException {
    address = from.toString();
    validator = answer.validator();
    total = answer.total().orElse(-1);
    Files.write(
        path,
        List.of(address, validator == null ? "" : validator, Long.toString(total)),
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE,
        LinkOption.NOFOLLOW_LINKS);
  }

  void delete() throws IOException {
    Files.deleteIfExists(path);
  }
}
