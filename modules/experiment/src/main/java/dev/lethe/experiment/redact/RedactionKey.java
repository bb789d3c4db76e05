package dev.lethe.experiment.redact;

import dev.lethe.api.NotFoundException;
import dev.lethe.experiment.store.AtomicFile;
import dev.lethe.experiment.store.DiskFailure;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** The file that tells which pseudonym stands for whom; only its owner may read it. */
public final class RedactionKey {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader("pseudonym", "name").setSkipHeaderRecord(true).get();

  private RedactionKey() {}

  /**
   * Reads a key.
   *
   * @throws NotFoundException if there is none
   */
  public static Pseudonyms read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new NotFoundException("the names cannot be known again without " + file);
    }
    Map<String, String> byName = new LinkedHashMap<>();
    try (CSVParser rows = FORMAT.parse(Files.newBufferedReader(file))) {
      for (CSVRecord row : rows) {
        byName.put(row.get("name"), row.get("pseudonym"));
      }
    } catch (IOException e) {
      throw DiskFailure.of("read", file, e);
    }
    return new Pseudonyms(byName);
  }

  /** Writes a key. */
  public static void write(Path file, Pseudonyms pseudonyms) {
    StringWriter text = new StringWriter();
    try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
      printer.printRecord("pseudonym", "name");
      for (Map.Entry<String, String> each : pseudonyms.byName().entrySet()) {
        printer.printRecord(each.getValue(), each.getKey());
      }
      Files.createDirectories(file.toAbsolutePath().getParent());
      AtomicFile.write(file, text.toString());
      if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      }
    } catch (IOException e) {
      throw DiskFailure.of("write", file, e);
    }
  }
}
