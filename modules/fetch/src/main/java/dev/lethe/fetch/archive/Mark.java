package dev.lethe.fetch.archive;

import dev.lethe.api.LetheException;
import dev.lethe.io.IoFailure;
import dev.lethe.io.RegularFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What tells a folder that was unpacked whole from any other: a hidden file beside it, written
 * before it gets its name, that says of what it was unpacked, and how many files and bytes there
 * were. In the folder it would be one of the data.
 *
 * @param address where the archive is
 * @param sha256 the hash of the archive, or the first digits that are known; null if none are
 */
public record Mark(URI address, @Nullable String sha256) {
  private static final String ENDING = ".lethe-unpacked";
  private static final int LARGEST = 1 << 16;

  /**
   * Writes it.
   *
   * @param content to which nothing will be added
   * @param folder the name that the content gets next
   */
  void write(Path content, Path folder) throws IOException {
    Path file = beside(folder);
    Files.deleteIfExists(file); // of a folder that is gone
    Files.write(
        file,
        List.of(address.toString(), String.valueOf(sha256), Content.of(content).text()),
        StandardOpenOption.CREATE_NEW);
  }

  /**
   * Makes sure that a folder was unpacked whole from this archive, and that nothing of it was lost
   * since then.
   *
   * @throws LetheException if not; the folder is left as it is
   */
  public void require(Path folder) {
    if (!Files.isRegularFile(beside(folder))) {
      throw other(folder, "it was not unpacked by a fetch that ended");
    }
    List<String> lines = RegularFile.of("mark", beside(folder)).text(LARGEST).lines().toList();
    if (lines.size() != 3 || !lines.get(0).equals(address.toString())) {
      throw other(folder, "it was unpacked from another archive");
    }
    if (sha256 != null && !lines.get(1).startsWith(sha256)) {
      throw other(folder, "it was unpacked from another version of the archive");
    }
    try {
      String found = Content.of(folder).text();
      if (!found.equals(lines.get(2))) {
        throw other(folder, "it held %s and holds %s".formatted(lines.get(2), found));
      }
    } catch (IOException e) {
      throw IoFailure.cannotRead(folder, e);
    }
  }

  private static Path beside(Path folder) {
    return folder.resolveSibling("." + folder.getFileName() + ENDING);
  }

  private static LetheException other(Path folder, String difference) {
    return new LetheException(
        "%s is there, and %s: remove it, or choose another folder".formatted(folder, difference));
  }

  /** How much there is in a folder, without what systems and programs hide in it. */
  private static final class Content extends SimpleFileVisitor<Path> {
    private final Path root;
    private long files;
    private long bytes;

    private Content(Path root) {
      this.root = root;
    }

    static Content of(Path folder) throws IOException {
      Path root = folder.toRealPath();
      Content content = new Content(root);
      Files.walkFileTree(root, content);
      return content;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
      boolean counts = inner.equals(root) || !isHidden(inner);
      return counts ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (!isHidden(file)) {
        files++;
        bytes += attributes.size();
      }
      return FileVisitResult.CONTINUE;
    }

    private static boolean isHidden(Path path) {
      return String.valueOf(path.getFileName()).startsWith(".");
    }

    String text() {
      return files + " files of " + bytes + " bytes";
    }
  }
}
