package dev.lethe.experiment.people;

import dev.lethe.api.LetheException;
import dev.lethe.api.attack.Subject;
import dev.lethe.api.defense.ForgetRequest;
import dev.lethe.api.settings.SettingsType;
import dev.lethe.experiment.config.ForgetSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The people whom a configuration asks to forget by name.
 *
 * @param requests in the order of the configuration; empty where they are drawn later
 * @param warnings what a reader must know about them
 */
public record ForgetRequests(List<ForgetRequest> requests, List<String> warnings) {
  private static final List<String> COLUMNS = List.of("name", "aliases", "target", "images");

  /** Copies the lists. */
  public ForgetRequests {
    requests = List.copyOf(requests);
    warnings = List.copyOf(warnings);
  }

  /**
   * Reads the names.
   *
   * @param settings the block, or null for an audit
   * @param subjects the people under attack; empty where nobody is
   * @throws LetheException if the file is missing or wrong, or a person is named twice
   */
  public static ForgetRequests read(@Nullable ForgetSettings settings, List<Subject> subjects) {
    if (settings == null) {
      return new ForgetRequests(List.of(), List.of());
    }
    Path file = settings.file();
    List<ForgetRequest> given =
        file != null
            ? rows(file)
            : settings.names().stream()
                .map(name -> new ForgetRequest(name.strip(), List.of(), null))
                .toList();
    Map<String, String> spelling = new HashMap<>();
    subjects.forEach(each -> spelling.put(NameFile.key(each.name()), each.name()));
    Map<String, ForgetRequest> requests = new LinkedHashMap<>();
    List<String> warnings = new ArrayList<>();
    for (ForgetRequest request : given) {
      String key = NameFile.key(request.name());
      String name = spelling.getOrDefault(key, request.name());
      if (!subjects.isEmpty() && !spelling.containsKey(key)) {
        warnings.add("'%s' is to be forgotten, but is not under attack".formatted(name));
      }
      if (requests.put(key, new ForgetRequest(name, request.aliases(), request.target())) != null) {
        throw new LetheException("forget: '%s' is named twice".formatted(name));
      }
    }
    return new ForgetRequests(List.copyOf(requests.values()), warnings);
  }

  private static List<ForgetRequest> rows(Path file) {
    String place = "forget.file";
    Csv csv = Csv.read(file, place, "name");
    for (String column : csv.columns()) {
      if (!COLUMNS.contains(column)) {
        throw SettingsType.unknown(column, COLUMNS, place);
      }
    }
    List<ForgetRequest> requests = new ArrayList<>();
    for (Csv.Row row : csv.rows()) {
      String name = row.cell("name");
      if (name.isEmpty()) {
        throw new LetheException(
            "%s: line %d of %s has no name".formatted(place, row.line(), file));
      }
      String target = row.cell("target");
      requests.add(
          new ForgetRequest(name, aliases(row, place, file), target.isEmpty() ? null : target));
    }
    if (requests.isEmpty()) {
      throw new LetheException("%s: there is nobody in %s".formatted(place, file));
    }
    return requests;
  }

  private static List<String> aliases(Csv.Row row, String place, Path file) {
    String cell = row.cell("aliases");
    if (cell.isEmpty()) {
      return List.of();
    }
    List<String> aliases = Stream.of(cell.split(";", -1)).map(String::strip).toList();
    if (aliases.contains("")) {
      throw new LetheException(
          "%s: line %d of %s has an empty alias in '%s'; put ';' between aliases only"
              .formatted(place, row.line(), file, cell));
    }
    return aliases;
  }
}
