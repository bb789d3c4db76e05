package dev.lethe.data.manifest;

import dev.lethe.api.LetheException;
import dev.lethe.io.IoFailure;
import dev.lethe.io.RegularFile;
import dev.lethe.io.Visible;
import dev.lethe.io.csv.CsvFormat;
import dev.lethe.io.csv.CsvRow;
import dev.lethe.io.csv.CsvRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A table with a picture in each row. */
public final class Manifest {
  private final String what;
  private final Path file;
  private final Path folder;
  private final Separator separator;
  private final String pictureColumn;

  /**
   * Looks at a table without opening it.
   *
   * @param what what messages call it: {@code people}
   */
  public Manifest(String what, Path file, ManifestSettings settings) {
    this.what = what;
    this.file = RegularFile.of(what, file).path().toAbsolutePath();
    folder = settings.folder() == null ? this.file.getParent() : settings.folder();
    separator = settings.separator();
    pictureColumn = settings.pictureColumn();
  }

  /** Returns the table. */
  public Path file() {
    return file;
  }

  /** Returns what the paths in it start from. */
  public Path folder() {
    return folder;
  }

  /**
   * Reads the rows in their order.
   *
   * @param columns further ones that must be there
   * @param row gets each row and where its picture should be
   * @throws LetheException if a column is missing, or a path is none
   */
  public void read(BiConsumer<CsvRow, Path> row, String... columns) {
    try (CsvRows rows =
        CsvRows.open(what, file, new CsvFormat(separator.character(), true, true))) {
      rows.require(pictureColumn);
      for (String column : columns) {
        rows.require(column);
      }
      for (@Nullable CsvRow next = rows.next(); next != null; next = rows.next()) {
        row.accept(next, picture(next));
      }
    }
  }

  /** Returns the failure to throw where a row cannot be used. */
  public LetheException refused(CsvRow row, String problem) {
    return new LetheException("%s: %s, line %d: %s".formatted(what, file, row.line(), problem));
  }

  /** Says why there is no picture at a path; null where there may be one. */
  public static @Nullable String problem(Path picture) {
    BasicFileAttributes found;
    try {
      found = Files.readAttributes(picture, BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      return Files.isSymbolicLink(picture) ? "a link that leads nowhere" : "it is not there";
    } catch (IOException e) {
      throw IoFailure.cannotRead(picture, e);
    }
    if (found.isDirectory()) {
      return "a folder";
    }
    return found.isRegularFile() ? null : "a device, a pipe or a socket";
  }

  private Path picture(CsvRow row) {
    String path = row.cell(pictureColumn);
    if (path.isEmpty()) {
      throw refused(row, "expected a path in the column '%s', found none".formatted(pictureColumn));
    }
    try {
      return folder.resolve(path).normalize();
    } catch (InvalidPathException e) {
      throw refused(row, "'%s' is no path".formatted(Visible.of(path)));
    }
  }
}
