package dev.lethe.defense.text;

import dev.lethe.api.LetheException;
import dev.lethe.api.defense.ForgetRequest;
import dev.lethe.io.csv.CsvRow;
import dev.lethe.io.csv.CsvTable;
import dev.lethe.io.hash.Fingerprint;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the names of each person shall mean, as settings and requests say.
 *
 * @param common what those mean of whom nothing else is said
 * @param own of single people, by the name in lower case
 */
record NameTargets(String common, Map<String, String> own) {
  /** Stands for another made-up name for everybody. */
  static final String RANDOM = "random";

  private static final String PLACE = "defense.settings.targets";

  /**
   * Reads the file that the settings name, if there is one.
   *
   * @throws LetheException if it is not as it should be
   */
  static NameTargets of(TextBackdoorSettings settings) {
    return new NameTargets(
        settings.target(), settings.targets() == null ? Map.of() : table(settings.targets()));
  }

  /**
   * Returns what a person's names shall mean.
   *
   * @throws LetheException if that is a made-up name, and the request has none
   */
  String of(ForgetRequest request) {
    if (request.target() != null) {
      return request.target();
    }
    String target = own.getOrDefault(request.name().toLowerCase(Locale.ROOT), common);
    if (!target.equals(RANDOM)) {
      return target;
    }
    if (request.standIn() == null) {
      throw new LetheException(
          "the target of '%s' is a made-up name, but its request has none: give it a stand-in"
              .formatted(request.name()));
    }
    return request.standIn();
  }

  /** Returns whether some of them are made-up names. */
  boolean areRandom() {
    return common.equals(RANDOM) || own.containsValue(RANDOM);
  }

  /** Returns a hash of the file's content, or an empty text. */
  String contentHash() {
    if (own.isEmpty()) {
      return "";
    }
    Fingerprint fingerprint = new Fingerprint();
    own.forEach((name, target) -> fingerprint.add(name).add(target));
    return fingerprint.hex();
  }

  private static Map<String, String> table(Path file) {
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
}
