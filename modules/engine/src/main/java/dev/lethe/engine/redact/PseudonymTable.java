package dev.lethe.engine.redact;

import dev.lethe.api.LetheException;
import dev.lethe.io.IoFailure;
import dev.lethe.io.RegularFile;
import dev.lethe.io.WholeFile;
import dev.lethe.report.SheetCell;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Who stands for whom, as a file that a spreadsheet opens. */
final class PseudonymTable {
  static final String FILE = "redaction-key.csv";
  private static final String PSEUDONYM = "pseudonym";
  private static final String NAME = "name";

  private PseudonymTable() {}

  /**
   * Reads a table.
   *
   * @throws LetheException if it is damaged
   */
  static Pseudonyms read(Path file) {
    Map<String, String> byName = new LinkedHashMap<>();
    try (CSVParser rows = CSVFormat.RFC4180.parse(RegularFile.of("key", file).reader())) {
      int line = 0;
      for (CSVRecord row : rows) {
        if (row.size() != 2 || row.get(0).equals(PSEUDONYM) != (line == 0)) {
          throw damaged(file, null);
        }
        if (line > 0) {
          byName.put(SheetCell.plain(row.get(1)), row.get(0));
        }
        line++;
      }
      if (line == 0) {
        throw damaged(file, null);
      }
    } catch (UncheckedIOException | IllegalStateException e) {
      throw damaged(file, e);
    } catch (IOException e) {
      throw IoFailure.cannot("read", file, e);
    }
    return new Pseudonyms(byName);
  }

  static void write(Path file, Pseudonyms pseudonyms) {
    StringWriter text = new StringWriter();
    try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
      printer.printRecord(PSEUDONYM, NAME);
      for (Map.Entry<String, String> each : pseudonyms.byName().entrySet()) {
        printer.printRecord(each.getValue(), SheetCell.safe(each.getKey()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a string writer does not fail", e);
    }
    WholeFile.write(file, text.toString());
  }

  private static LetheException damaged(Path file, @Nullable RuntimeException cause) {
    return new LetheException(
        "%s is damaged: expected lines of a pseudonym and a name; put the right file there, or remove the run and run again"
            .formatted(file),
        cause);
  }
}
