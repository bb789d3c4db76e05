package dev.lethe.data.folder;

import dev.lethe.io.IntactText;
import dev.lethe.io.IoFailure;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * All that lies in a folder. Each list is sorted by name, character by character, so that neither
 * the file system nor the machine's language matters. A link stands for what it leads to.
 *
 * @param folders not hidden
 * @param files regular ones, not hidden, whatever they are called
 * @param lost what nobody can read: links that lead nowhere, devices, names of another encoding
 * @param hidden what has a name that begins with a dot
 */
public record Contents(
    List<Folder> folders, List<Path> files, List<Omission> lost, List<Omission> hidden) {
  private static final Comparator<Path> BY_NAME =
      Comparator.comparing((Path entry) -> entry.getFileName().toString())
          .thenComparing(Comparator.naturalOrder()); // names that cannot be decoded look alike

  /** Copies the lists. */
  public Contents {
    folders = List.copyOf(folders);
    files = List.copyOf(files);
    lost = List.copyOf(lost);
    hidden = List.copyOf(hidden);
  }

  static Contents of(Path folder) {
    return new Sorting().of(entries(folder));
  }

  private static List<Path> entries(Path folder) {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(entries::add);
    } catch (IOException e) {
      throw IoFailure.cannotRead(folder, e);
    } catch (DirectoryIteratorException e) {
      throw IoFailure.cannotRead(folder, e.getCause());
    }
    entries.sort(BY_NAME);
    return entries;
  }

  private static final class Sorting {
    private final List<Folder> folders = new ArrayList<>();
    private final List<Path> files = new ArrayList<>();
    private final List<Omission> lost = new ArrayList<>();
    private final List<Omission> hidden = new ArrayList<>();

    Contents of(List<Path> entries) {
      entries.forEach(this::add);
      return new Contents(folders, files, lost, hidden);
    }

    private void add(Path entry) {
      if (entry.getFileName().toString().startsWith(".")) {
        hidden.add(new Omission(entry, "hidden"));
        return;
      }
      BasicFileAttributes found;
      try {
        found = Files.readAttributes(entry, BasicFileAttributes.class);
      } catch (IOException e) {
        if (Files.isSymbolicLink(entry) && !(e instanceof AccessDeniedException)) {
          lost.add(new Omission(entry, "a link that leads nowhere"));
          return;
        }
        throw IoFailure.cannotRead(entry, e);
      }
      if (found.isDirectory()) {
        folders.add(new Folder(entry));
      } else if (!found.isRegularFile()) {
        lost.add(new Omission(entry, "a device, a pipe or a socket"));
      } else if (!IntactText.isIntact(entry.getFileName().toString())) {
        lost.add(new Omission(entry, "a name that is not in UTF-8"));
      } else {
        files.add(entry);
      }
    }
  }
}
