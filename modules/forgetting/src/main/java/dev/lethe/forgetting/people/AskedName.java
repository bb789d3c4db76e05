package dev.lethe.forgetting.people;

import dev.lethe.api.LetheException;
import dev.lethe.api.defense.ForgetRequest;
import dev.lethe.api.settings.SettingsException;
import dev.lethe.api.settings.SettingsType;
import dev.lethe.forgetting.config.ForgetSettings;
import dev.lethe.io.csv.CsvRow;
import dev.lethe.io.csv.CsvTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A request as a configuration or a file writes it.
 *
 * @param request as it is written
 * @param path the setting it comes from
 * @param where in a file, for messages; empty for a name of the configuration
 */
record AskedName(ForgetRequest request, String path, String where) {
  private static final List<String> COLUMNS = List.of("name", "aliases", "target", "images");
  private static final String FILE = "forget.file";

  /**
   * Reads what is asked for.
   *
   * @throws LetheException if the file is missing or wrong, or asks for nobody
   */
  static List<AskedName> read(ForgetSettings settings) {
    Path file = settings.file();
    return file != null ? rows(file) : names(settings.names());
  }

  /** Returns the failure for a name or alias that cannot be. */
  SettingsException refuse(String problem) {
    return new SettingsException(path, where + problem);
  }

  private static List<AskedName> names(List<String> names) {
    return IntStream.range(0, names.size())
        .mapToObj(
            i ->
                new AskedName(
                    new ForgetRequest(names.get(i).strip(), List.of(), null),
                    "forget.names[%d]".formatted(i),
                    ""))
        .toList();
  }

  private static List<AskedName> rows(Path file) {
    CsvTable table = CsvTable.read(FILE, file);
    table.require("name");
    for (String column : table.columns()) {
      if (!COLUMNS.contains(column)) {
        throw SettingsType.unknown(column, COLUMNS, FILE);
      }
    }
    List<AskedName> asked = new ArrayList<>();
    for (CsvRow row : table.rows()) {
      String name = row.cell("name");
      if (name.isEmpty()) {
        throw new LetheException("%s: line %d of %s has no name".formatted(FILE, row.line(), file));
      }
      String target = row.cell("target");
      asked.add(
          new AskedName(
              new ForgetRequest(name, aliases(row, file), target.isEmpty() ? null : target),
              FILE,
              "(line %d of %s) ".formatted(row.line(), file)));
    }
    if (asked.isEmpty()) {
      throw new LetheException("%s: there is nobody in %s".formatted(FILE, file));
    }
    return asked;
  }

  private static List<String> aliases(CsvRow row, Path file) {
    String cell = row.cell("aliases");
    if (cell.isEmpty()) {
      return List.of();
    }
    List<String> aliases = Stream.of(cell.split(";", -1)).map(String::strip).toList();
    if (aliases.contains("")) {
      throw new LetheException(
          "%s: line %d of %s has an empty alias in '%s'; put ';' between aliases only"
              .formatted(FILE, row.line(), file, cell));
    }
    return aliases;
  }
}
