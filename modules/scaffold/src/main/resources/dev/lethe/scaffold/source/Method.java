package @package@;

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

/** Reads a text file with one caption in each line, and leaves out those that begin with a mark. */
@Summary("Captions from a text file, one in each line, without comments.")
final class @Class@ implements CaptionSource {
  private final @Class@Settings settings;

  @Inject
  @Class@(@Class@Settings settings) {
    this.settings = settings;
  }

  @Override
  public Captions read() {
    RegularFile file = RegularFile.of("captions", settings.path());
    MessageDigest hash = Sha256.start(); // of all that was read: it tells results apart
    List<String> captions = new ArrayList<>();
    file.lines(hash, line -> add(line.strip(), captions));
    if (captions.isEmpty()) {
      throw new LetheException(file.path() + " has no captions; expected one in each line");
    }
    return new Captions(captions, Sha256.end(hash));
  }

  private void add(String line, List<String> captions) {
    if (!line.isEmpty() && !line.startsWith(settings.comment())) {
      captions.add(line);
    }
  }
}
