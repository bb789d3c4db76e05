package dev.lethe.defense.training;

import dev.lethe.api.LetheException;
import dev.lethe.io.csv.CsvRow;
import dev.lethe.io.csv.CsvTable;
import dev.lethe.io.hash.Fingerprint;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A CSV file of what single people shall mean, with columns {@code name} and {@code target}. */
public final class TargetTable {
  private static final String PLACE = "defense.settings.targets";

  private TargetTable() {}

  /**
   * Reads a file.
   *
   * @return targets by the name in lower case, sorted
   * @throws LetheException if it is not as it should be
   */
  public static Map<String, String> read(Path file) {
    CsvTable table = CsvTable.read(PLACE, file);
    String name = table.require("name");
    String target = table.require("target");
    Map<String, String> targets = new TreeMap<>();
    for (CsvRow row : table.rows()) {
      if (row.cell(name).isEmpty() || row.cell(target).isEmpty()) {
        throw new LetheException(
            "%s: line %d of %s has no name or no target".formatted(PLACE, row.line(), file));
      }
      String key = row.cell(name).toLowerCase(Locale.ROOT);
      if (targets.put(key, row.cell(target)) != null) {
        throw new LetheException(
            "%s: line %d of %s gives '%s' a second target"
                .formatted(PLACE, row.line(), file, row.cell(name)));
      }
    }
    return targets;
  }

  /** Returns a hash of such targets, or an empty text where there are none. */
  public static String contentHash(Map<String, String> targets) {
    if (targets.isEmpty()) {
      return "";
    }
    Fingerprint fingerprint = new Fingerprint();
    targets.forEach((name, target) -> fingerprint.add(name).add(target));
    return fingerprint.hex();
  }
}
