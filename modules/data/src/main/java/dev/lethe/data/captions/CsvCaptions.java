package dev.lethe.data.captions;

import dev.lethe.api.data.CaptionSource;
import dev.lethe.api.data.Captions;
import dev.lethe.api.plugin.Summary;
import dev.lethe.io.csv.CsvFormat;
import jakarta.inject.Inject;

/** Captions from a column of a CSV file. */
@Summary("Reads captions from a column of a CSV file.")
public final class CsvCaptions implements CaptionSource {
  private final CaptionColumn column;

  @Inject
  CsvCaptions(CsvSettings settings) {
    column =
        new CaptionColumn(
            settings.path(), settings.column(), new CsvFormat(',', true, settings.header()));
  }

  @Override
  public Captions read() {
    return column.read();
  }
}
