package dev.lethe.suite.file;

import dev.lethe.api.settings.SettingsException;
import dev.lethe.io.hash.Fingerprint;
import dev.lethe.suite.SuiteSettings;
import dev.lethe.suite.Trial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The trials that follow from what a suite varies. */
final class Trials {
  private static final String BASE = "base";
  private static final int ID_LENGTH = 10;
  private static final int MOST = 10_000;

  private final SuiteSettings settings;

  Trials(SuiteSettings settings) {
    this.settings = settings;
  }

  /**
   * Lists the trials.
   *
   * @throws SettingsException if there is none, or two are the same
   */
  List<Trial> list() {
    List<Level> combinations = Axes.of(settings).combinations();
    if (combinations.size() > MOST) {
      throw new SettingsException(
          "vary", "gives %d combinations, more than %d".formatted(combinations.size(), MOST));
    }
    Set<String> varied = new LinkedHashSet<>();
    combinations.forEach(each -> varied.addAll(each.values().keySet()));
    List<Selection> excluded = excluded(varied);
    Names names = new Names(varied);
    Map<String, Trial> byId = new LinkedHashMap<>();
    for (Level each : combinations) {
      if (excluded.stream().noneMatch(selection -> selection.fits(each.values()))) {
        Trial trial = trial(each, names);
        Trial same = byId.put(trial.id(), trial);
        if (same != null) {
          throw new SettingsException(
              "vary",
              "gives two trials that set the same: '%s' and '%s'"
                  .formatted(same.name(), trial.name()));
        }
      }
    }
    if (byId.isEmpty()) {
      throw new SettingsException("exclude", "leaves no trial");
    }
    return List.copyOf(byId.values());
  }

  private List<Selection> excluded(Set<String> varied) {
    List<Selection> excluded = new ArrayList<>();
    for (int i = 0; i < settings.exclude().size(); i++) {
      Selection selection = new Selection(settings.exclude().get(i));
      selection.requireKnown(varied, "exclude[" + i + "]");
      excluded.add(selection);
    }
    return excluded;
  }

  private Trial trial(Level level, Names names) {
    Map<String, Object> set = new LinkedHashMap<>(settings.set());
    set.putAll(level.settings());
    Object own = set.remove(BASE);
    String base = own == null ? settings.base() : own.toString();
    List<String> overrides =
        set.entrySet().stream()
            .map(each -> OverrideText.of(each.getKey(), each.getValue()))
            .toList();
    String id =
        new Fingerprint().add(base).add(new TreeSet<>(overrides)).hex().substring(0, ID_LENGTH);
    return new Trial(id, names.of(level.values()), level.values(), base, overrides);
  }

  /** Names of trials: the last part of each key says enough where no other ends like it. */
  private record Names(Set<String> varied) {

    String of(Map<String, String> values) {
      return values.isEmpty()
          ? "base"
          : values.entrySet().stream()
              .map(each -> shortest(each.getKey()) + "=" + each.getValue())
              .collect(Collectors.joining(","));
    }

    private String shortest(String key) {
      String last = last(key);
      return varied.stream().filter(each -> last(each).equals(last)).count() == 1 ? last : key;
    }

    private static String last(String key) {
      return key.substring(key.lastIndexOf('.') + 1);
    }
  }
}
