package dev.lethe.tensor.checkpoint;

import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.io.IoFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the first bytes of a file say that it is. */
enum FileFormat {
  /** A length of eight bytes, and a header in JSON. */
  SAFETENSORS,
  /** A zip archive, or a pickle alone as before PyTorch 1.6. */
  PICKLE,
  /** JSON. */
  INDEX;

  private static final String ARCHIVE = "PK\3\4";
  private static final char PROTOCOL = 0x80;
  private static final int HEADER_AT = Long.BYTES;
  private static final int LOOKED_AT = 24;

  /**
   * Returns the format of a file.
   *
   * @throws NotFoundException if there is no such file
   * @throws LetheException if it begins like none of these formats, or cannot be read
   */
  static FileFormat of(Path path) {
    String start = start(path);
    if (start.length() > HEADER_AT && start.charAt(HEADER_AT) == '{' && start.charAt(0) != '{') {
      return SAFETENSORS;
    } else if (start.startsWith(ARCHIVE) || start.startsWith(String.valueOf(PROTOCOL))) {
      return PICKLE;
    } else if (start.stripLeading().startsWith("{")) {
      return INDEX;
    } else if (start.startsWith("version https://git-lfs")) {
      throw new LetheException(
          "%s is a pointer of Git LFS, not the file itself; fetch it with 'git lfs pull'"
              .formatted(path));
    } else if (path.toString().endsWith(".safetensors")) {
      return SAFETENSORS; // whose reader says what is damaged
    }
    throw new LetheException(
        "%s begins with '%s', expected a safetensors file, a file of torch.save or an index of shards"
            .formatted(path, start.replaceAll("[^ -~]", "?")));
  }

  private static String start(Path path) {
    if (!Files.isRegularFile(path)) {
      throw new NotFoundException("there is no file " + path);
    }
    try (InputStream in = Files.newInputStream(path)) {
      return new String(in.readNBytes(LOOKED_AT), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw IoFailure.cannotRead(path, e);
    }
  }
}
