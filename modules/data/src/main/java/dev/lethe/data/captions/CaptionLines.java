package dev.lethe.data.captions;

import dev.lethe.api.LetheException;
import dev.lethe.api.data.CaptionSource;
import dev.lethe.api.data.Captions;
import dev.lethe.api.plugin.Summary;
import dev.lethe.io.RegularFile;
import dev.lethe.io.hash.Sha256;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** Captions from the lines of a text file. */
@Summary("Reads captions from a text file, one in each line.")
public final class CaptionLines implements CaptionSource {
  private final RegularFile file;

  @Inject
  CaptionLines(LineSettings settings) {
    file = RegularFile.of("captions", settings.path());
  }

  @Override
  public Captions read() {
    MessageDigest hash = Sha256.start();
    List<String> captions = new ArrayList<>();
    file.lines(hash, line -> add(line, captions));
    if (captions.isEmpty()) {
      throw new LetheException(file.path() + " has no captions; expected one in each line");
    }
    return new Captions(captions, Sha256.end(hash));
  }

  private static void add(String line, List<String> captions) {
    if (!line.isBlank()) {
      captions.add(line.strip());
    }
  }
}
