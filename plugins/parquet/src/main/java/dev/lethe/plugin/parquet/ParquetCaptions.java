package dev.lethe.plugin.parquet;

import dev.lethe.api.NotFoundException;
import dev.lethe.api.data.CaptionList;
import dev.lethe.api.data.CaptionSource;
import dev.lethe.api.data.Captions;
import dev.lethe.api.plugin.Summary;
import dev.lethe.io.IntactText;
import dev.lethe.io.IoFailure;
import dev.lethe.io.RegularFile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Captions from a column of Parquet files. */
@Summary("Reads captions from a column of Parquet files, such as LAION's metadata.")
public final class ParquetCaptions implements CaptionSource {
  private static final String ENDING = ".parquet";

  private final List<Path> files;
  private final String column;
  private final long limit;
  private final Path path;

  @Inject
  ParquetCaptions(ParquetSettings settings) {
    path = settings.path();
    files = files(path);
    column = settings.column();
    limit = settings.limit() == null ? Long.MAX_VALUE : settings.limit();
  }

  @Override
  public Captions read() {
    CaptionList captions = new CaptionList();
    long left = limit;
    try (DuckDb database = DuckDb.open()) {
      for (Path file : files) {
        if (left > 0) {
          String place = "captions: %s, column '%s'".formatted(file, column);
          left -=
              database.read(
                  file, column, left, caption -> captions.add(IntactText.require(caption, place)));
        }
      }
    }
    return captions.captions(path.toString());
  }

  private static List<Path> files(Path path) {
    if (!Files.isDirectory(path)) {
      return List.of(RegularFile.of("captions", path).path());
    }
    try (Stream<Path> entries = Files.list(path)) {
      List<Path> files =
          entries
              .filter(file -> file.getFileName().toString().endsWith(ENDING))
              .sorted()
              .map(file -> RegularFile.of("captions", file).path())
              .toList();
      if (files.isEmpty()) {
        throw new NotFoundException("captions: there is no %s in %s".formatted(ENDING, path));
      }
      return files;
    } catch (IOException e) {
      throw IoFailure.cannotRead(path, e);
    }
  }
}
