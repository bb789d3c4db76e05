package dev.lethe.data.captions;

import dev.lethe.api.LetheException;
import dev.lethe.api.Sha256;
import dev.lethe.api.data.CaptionSource;
import dev.lethe.api.data.Captions;
import dev.lethe.api.data.RegularFile;
import dev.lethe.api.plugin.Summary;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Captions from the lines of a text file. */
@Summary("Reads captions from a text file, one in each line.")
public final class CaptionLines implements CaptionSource {
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private final Path path;

  @Inject
  CaptionLines(LineSettings settings) {
    path = settings.path();
    RegularFile.of("captions", path);
  }

  @Override
  public Captions read() {
    MessageDigest hash = Sha256.start();
    List<String> captions = new ArrayList<>();
    try (InputStream file = Files.newInputStream(path);
        InputStream in = new BufferedInputStream(new DigestInputStream(file, hash), 1 << 16)) {
      readLines(in, captions);
    } catch (IOException e) {
      throw new LetheException(path + " cannot be read: " + e.getMessage(), e);
    }
    if (captions.isEmpty()) {
      throw new LetheException(path + " has no captions; expected one in each line");
    }
    return new Captions(captions, Sha256.end(hash));
  }

  private void readLines(InputStream in, List<String> captions) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int number = 1;
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (next == '\n') {
        add(line, number++, captions);
      } else if (line.size() < RegularFile.LONGEST_LINE) {
        line.write(next);
      } else {
        throw new LetheException(
            "%s, line %d: expected a caption, found more than %d bytes without a line break"
                .formatted(path, number, RegularFile.LONGEST_LINE));
      }
    }
    add(line, number, captions);
  }

  private void add(ByteArrayOutputStream line, int number, List<String> captions) {
    String text = decode(line.toByteArray(), number);
    if (number == 1 && text.startsWith(BYTE_ORDER_MARK)) {
      text = text.substring(1);
    }
    if (!text.isBlank()) {
      captions.add(text.strip());
    }
    line.reset();
  }

  private String decode(byte[] line, int number) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
      if (text.indexOf('\0') < 0) {
        return text;
      }
    } catch (CharacterCodingException e) {
      throw wrongEncoding(number, e);
    }
    throw wrongEncoding(number, null);
  }

  private LetheException wrongEncoding(int number, @Nullable Exception cause) {
    return new LetheException(
        "%s, line %d: expected UTF-8, found another encoding; convert the file, for example with: iconv -f WINDOWS-1252 -t UTF-8"
            .formatted(path, number),
        cause);
  }
}
