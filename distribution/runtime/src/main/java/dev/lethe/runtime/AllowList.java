package dev.lethe.runtime;

import dev.lethe.api.LetheException;
import dev.lethe.io.RegularFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hashes of the plugins that may be loaded, in the format of {@code sha256sum}. Without the
 * file every plugin may. Where something has its name that is no such list, none may: whoever made
 * a list wanted less than everything.
 */
final class AllowList {
  private static final Logger LOG = LoggerFactory.getLogger(AllowList.class);
  private static final Pattern LINE = Pattern.compile("\\\\?([0-9A-Fa-f]{64})([ \\t].*)?");
  private static final int LARGEST = 1 << 20;

  private final Path file;
  private String reported = "";
  private FileState seen;

  AllowList(Path file) {
    this.file = file;
    seen = FileState.of(file);
  }

  /** Returns whether it may allow other plugins than it did when this was asked last. */
  boolean hasChanged() {
    FileState before = seen;
    seen = FileState.of(file);
    return !seen.equals(before);
  }

  void require(String sha256) throws PluginException {
    if (Files.isDirectory(file.getParent()) && Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (!hashes().contains(sha256)) {
      throw new PluginException("its SHA-256 " + sha256 + " is not in conf/" + file.getFileName());
    }
  }

  private Set<String> hashes() throws PluginException {
    String text;
    try {
      text = RegularFile.of("no plugin is allowed", file).text(LARGEST);
    } catch (LetheException e) {
      throw new PluginException(String.valueOf(e.getMessage()));
    }
    Set<String> hashes = new HashSet<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      Matcher entry = LINE.matcher(line);
      if (entry.matches()) {
        hashes.add(entry.group(1).toLowerCase(Locale.ROOT));
      } else if (!line.isEmpty() && !line.startsWith("#") && !text.equals(reported)) {
        LOG.error(
            "line {} of {} allows nothing; expected a SHA-256 and a name, as sha256sum writes them",
            i + 1,
            file);
      }
    }
    reported = text;
    return hashes;
  }
}
