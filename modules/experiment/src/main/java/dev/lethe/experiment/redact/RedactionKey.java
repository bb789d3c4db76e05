package dev.lethe.experiment.redact;

import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.experiment.report.SheetCell;
import dev.lethe.experiment.store.Json;
import dev.lethe.io.Folders;
import dev.lethe.io.IoFailure;
import dev.lethe.io.WholeFile;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * What brings the names back, as two files in a folder that only its owner may read.
 *
 * @param pseudonyms who stands for whom
 * @param config the configuration with the names
 */
public record RedactionKey(Pseudonyms pseudonyms, Map<String, Object> config) {
  private static final String TABLE = "redaction-key.csv";
  private static final String CONFIG = "config.json";
  private static final String PSEUDONYM = "pseudonym";
  private static final String NAME = "name";

  /**
   * Reads a key.
   *
   * @param folder the private one of a run
   * @throws NotFoundException if it is not there
   * @throws LetheException if it is damaged
   */
  public static RedactionKey read(Path folder) {
    Path config = existing(folder.resolve(CONFIG));
    return new RedactionKey(readPseudonyms(folder), Json.map(config));
  }

  /**
   * Reads who stands for whom.
   *
   * @param folder the private one of a run
   * @throws NotFoundException if nothing tells it
   * @throws LetheException if that is damaged
   */
  public static Pseudonyms readPseudonyms(Path folder) {
    Path file = existing(folder.resolve(TABLE));
    Map<String, String> byName = new LinkedHashMap<>();
    try (CSVParser rows = CSVFormat.RFC4180.parse(Files.newBufferedReader(file))) {
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

  /**
   * Writes the key.
   *
   * @param folder the private one of a run
   */
  public void write(Path folder) {
    StringWriter text = new StringWriter();
    try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
      printer.printRecord(PSEUDONYM, NAME);
      for (Map.Entry<String, String> each : pseudonyms.byName().entrySet()) {
        printer.printRecord(each.getValue(), SheetCell.safe(each.getKey()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a string writer does not fail", e);
    }
    Folders.createPrivate(folder);
    WholeFile.write(folder.resolve(TABLE), text.toString());
    WholeFile.write(folder.resolve(CONFIG), Json.pretty(config));
  }

  private static Path existing(Path file) {
    if (!Files.exists(file)) {
      throw new NotFoundException("the names cannot be known again without " + file);
    }
    return file;
  }

  private static LetheException damaged(Path file, RuntimeException cause) {
    return new LetheException(
        "%s is damaged: expected lines of a pseudonym and a name; put the right file there, or remove the run and run again"
            .formatted(file),
        cause);
  }
}
