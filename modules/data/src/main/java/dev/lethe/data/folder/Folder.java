package dev.lethe.data.folder;

import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.UsageException;
import dev.lethe.data.image.PathImage;
import dev.lethe.data.image.RgbConversion;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A folder that exists. What it lists is sorted by name, character by character, so that neither
 * the file system nor the machine's language matters; hidden entries do not count.
 *
 * @param path the folder
 */
public record Folder(Path path) {
  private static final Comparator<Path> BY_NAME =
      Comparator.comparing(entry -> entry.getFileName().toString());
  private static final Set<String> PICTURES = Set.of("jpg", "jpeg", "jpe", "png", "gif", "bmp");

  /**
   * Takes a folder that a user named.
   *
   * @param path the folder
   * @param expected what should be in it, for messages: {@code a folder for each person}
   * @throws NotFoundException if it does not exist
   * @throws UsageException if it is a file
   */
  public static Folder existing(Path path, String expected) {
    if (Files.isDirectory(path)) {
      return new Folder(path);
    }
    if (Files.exists(path)) {
      throw new UsageException(path + " is a file; expected a folder with " + expected);
    }
    throw new NotFoundException(
        "folder " + path + " does not exist; expected a folder with " + expected);
  }

  /** Returns the name as a caption would write it: {@code _} is a space. */
  public String title() {
    String name = path.getFileName().toString().replace('_', ' ').strip();
    return Normalizer.normalize(name, Normalizer.Form.NFC); // macOS takes letters and accents apart
  }

  /** Returns a folder in this one, which may not exist. */
  public Folder child(String name) {
    return new Folder(path.resolve(name));
  }

  /** Returns whether this is a folder. */
  public boolean exists() {
    return Files.isDirectory(path);
  }

  /** Lists the folders in this one. */
  public List<Folder> folders() {
    return entries(Files::isDirectory).stream().map(Folder::new).toList();
  }

  /**
   * Lists the pictures in this folder: the files whose ending says so or, where there is none such,
   * all files.
   *
   * @param toRgb when they become RGB
   */
  public List<PathImage> pictures(RgbConversion toRgb) {
    List<Path> files = entries(Files::isRegularFile);
    List<Path> pictures = files.stream().filter(Folder::hasPictureEnding).toList();
    return (pictures.isEmpty() ? files : pictures)
        .stream().map(file -> new PathImage(file, toRgb)).toList();
  }

  private List<Path> entries(Predicate<Path> wanted) {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(path)) {
      for (Path entry : stream) {
        if (!entry.getFileName().toString().startsWith(".") && wanted.test(entry)) {
          entries.add(entry);
        }
      }
    } catch (IOException e) {
      throw unreadable(e);
    } catch (DirectoryIteratorException e) {
      throw unreadable(e.getCause());
    }
    entries.sort(BY_NAME);
    return entries;
  }

  private LetheException unreadable(IOException e) {
    String reason = e instanceof AccessDeniedException ? "permission denied" : e.getMessage();
    return new LetheException("folder " + path + " cannot be read: " + reason, e);
  }

  private static boolean hasPictureEnding(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return PICTURES.contains(name.substring(name.lastIndexOf('.') + 1));
  }
}
