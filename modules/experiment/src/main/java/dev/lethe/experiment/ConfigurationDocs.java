package dev.lethe.experiment;

import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.api.settings.SettingInfo;
import dev.lethe.api.settings.SettingsType;
import dev.lethe.experiment.config.CandidateSettings;
import dev.lethe.experiment.config.CaptionSettings;
import dev.lethe.experiment.config.DefenseSettings;
import dev.lethe.experiment.config.ExperimentSettings;
import dev.lethe.experiment.config.ForgetSettings;
import dev.lethe.experiment.config.ModelSettings;
import dev.lethe.experiment.config.PeopleSettings;
import dev.lethe.experiment.config.RegularizerSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The reference of all settings, made from the records that read them. */
public final class ConfigurationDocs {
  private static final String PREAMBLE =
      """
      # Configuration

      <!-- Generated from the settings records; a test says how to write it anew. -->

      An experiment is a YAML file; `configs/experiments/` holds complete ones. On a command line
      `key=value` overrides a key or adds one: `forget.count=16`, `forget.names=[Ada Byron]`,
      `defense.settings.alpha=0.3`, or `defense[1].settings.alpha=0.3` where `defense` is a list. A
      key without a value counts as not set, so `defense=` makes an audit. An unknown key is an
      error. Relative paths start at the working directory.

      A block that names an extension (`people`, `captions`, `candidates`, a regularizer) holds the
      extension's own settings beside the keys below; `defense` holds them in `settings`, and each
      of `attacks` and `evaluations` is a block of its own. An evaluation that needs a `path` is
      off without one.
      """;

  private final StringBuilder text = new StringBuilder(PREAMBLE);

  private ConfigurationDocs() {}

  /**
   * Returns the reference in Markdown.
   *
   * @param installed the extensions it covers
   */
  public static String render(List<ExtensionInfo> installed) {
    ConfigurationDocs docs = new ConfigurationDocs();
    docs.experiment();
    docs.extensions(installed);
    return docs.text.toString();
  }

  private void experiment() {
    block("The experiment", ExperimentSettings.class);
    block("`model`", ModelSettings.class);
    block("`people`", PeopleSettings.class);
    block("`captions`", CaptionSettings.class);
    block("`candidates`", CandidateSettings.class);
    block("`forget`", ForgetSettings.class);
    block("`defense`", DefenseSettings.class);
    block("A block of `defense.regularizers`", RegularizerSettings.class);
  }

  private void extensions(List<ExtensionInfo> installed) {
    Map<String, List<ExtensionInfo>> byKind = new TreeMap<>();
    for (ExtensionInfo info : installed) {
      String kind = info.key().contract().getSimpleName();
      byKind.computeIfAbsent(kind, k -> new ArrayList<>()).add(info);
    }
    byKind.forEach(
        (kind, infos) -> {
          text.append("\n## ").append(kind).append('\n');
          infos.forEach(this::extension);
        });
  }

  private void extension(ExtensionInfo info) {
    text.append("\n### `%s`\n\n%s\n".formatted(info.key().name(), info.summary()));
    Class<? extends Record> settings = info.settings();
    if (settings != null) {
      table(settings);
    }
  }

  private void block(String title, Class<? extends Record> settings) {
    text.append("\n## ").append(title).append('\n');
    table(settings);
  }

  private void table(Class<? extends Record> settings) {
    text.append("\n| key | type | default | meaning |\n|---|---|---|---|\n");
    for (SettingInfo setting : new SettingsType<>(settings).describe()) {
      text.append(
          "| `%s` | %s | %s | %s |\n"
              .formatted(
                  setting.key(),
                  cell(setting.type()),
                  byDefault(setting),
                  cell(setting.meaning())));
    }
  }

  private static String byDefault(SettingInfo setting) {
    String given = setting.defaultValue();
    if (setting.required()) {
      return "required";
    }
    return given == null || given.isEmpty() ? "" : "`" + cell(given) + "`";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
