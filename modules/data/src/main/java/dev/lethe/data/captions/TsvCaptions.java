package dev.lethe.data.captions;

import dev.lethe.api.data.CaptionSource;
import dev.lethe.api.data.Captions;
import dev.lethe.api.plugin.Summary;
import dev.lethe.io.csv.CsvFormat;
import jakarta.inject.Inject;

/** Captions from a column of a TSV file, as OpenCLIP reads and Conceptual Captions are. */
@Summary("Reads captions from a column of a file with tabs between cells.")
public final class TsvCaptions implements CaptionSource {
  private final CaptionColumn column;

  @Inject
  TsvCaptions(TsvSettings settings) {
    column =
        new CaptionColumn(
            settings.path(),
            settings.column(),
            new CsvFormat('\t', settings.quotes(), settings.header()));
  }

  @Override
  public Captions read() {
    return column.read();
  }
}
