package dev.lethe.rules.documents;

import dev.lethe.api.plugin.Summary;
import dev.lethe.api.settings.SettingInfo;
import dev.lethe.api.settings.SettingsType;
import dev.lethe.demo.DemoSettings;
import dev.lethe.engine.config.GeneralSettings;
import dev.lethe.engine.config.ModelSettings;
import dev.lethe.forgetting.config.CandidateSettings;
import dev.lethe.forgetting.config.CaptionSettings;
import dev.lethe.forgetting.config.DefenseSettings;
import dev.lethe.forgetting.config.FaceSettings;
import dev.lethe.forgetting.config.ForgetSettings;
import dev.lethe.forgetting.config.ForgettingSettings;
import dev.lethe.forgetting.config.ImageSettings;
import dev.lethe.forgetting.config.PeopleSettings;
import dev.lethe.forgetting.config.RegularizerSettings;
import dev.lethe.forgetting.config.ReportSettings;
import dev.lethe.forgetting.config.RetainSettings;
import dev.lethe.rules.Offer;
import dev.lethe.rules.Product;
import dev.lethe.suite.FigureSettings;
import dev.lethe.suite.SuiteSettings;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The reference of all settings, made from the records that read them. */
final class ConfigurationPage {
  private static final String PREAMBLE =
      """
      # Configuration

      <!-- Generated from the settings records; ConfigurationPageTest says how to write it anew. -->

      An experiment is a YAML file; `configs/experiments/` holds complete ones. On a command line
      `key=value` overrides a key or adds one: `forget.count=16`, `forget.names=[Ada Byron]`,
      `defense.settings.alpha=0.3`, or `defense[1].settings.alpha=0.3` where `defense` is a list. A
      key without a value counts as not set, so `defense=` makes an audit; only a key of `forget`
      that is given must not be empty. A text is taken as it is written: `007`, `1e3`, `true` and
      `null` are names where names are wanted. An unknown key is an error. Relative paths start at
      the working directory.

      `extends: other.yaml` starts from another file, found from the folder of the one that says so.
      Blocks are merged key by key; lists and single values are replaced, and a key without a value
      takes back what the other file gives it. A report shows what came out.

      Names are compared as the model reads them, wherever they come from: letter case, white
      space, HTML and the forms of letters make no difference where they make none to its
      tokenizer. A CSV file has as many cells in each row as in its header; a cell that holds a
      comma is put into double quotes.

      A block that names an extension (`people`, `captions`, `images`, `faces`, `retain`,
      `candidates`, a regularizer) holds the extension's own settings beside the keys below;
      `defense` holds them in `settings`, and each of `attacks` and `evaluations` is a block of its
      own. An evaluation that needs a `path` is off without one. Of the data only what a method
      asks for is read.

      A defense of faces works with photographs that no attack uses: with `people.split:
      attack-half` those of the other half, with `people.images` those that were not drawn. With
      `faces` it gets crops instead, of the photographs that it may have. A person of whom it has
      none cannot be forgotten: by name that is refused before the run, and `forget.count` draws
      somebody else.
      """;

  private final StringBuilder text = new StringBuilder(PREAMBLE);

  private ConfigurationPage() {}

  /**
   * Returns the reference in Markdown.
   *
   * @param installed the extensions it covers
   */
  static String render(List<Offer> installed) {
    ConfigurationPage page = new ConfigurationPage();
    page.experiment();
    page.demo();
    page.suites();
    page.extensions(installed);
    return page.text.toString();
  }

  private void experiment() {
    block("Every configuration", GeneralSettings.class);
    block("Forgetting, and the audit", ForgettingSettings.class);
    block("`model`", ModelSettings.class);
    block("`people`", PeopleSettings.class);
    block("`captions`", CaptionSettings.class);
    block("`images`", ImageSettings.class);
    block("`faces`", FaceSettings.class);
    block("`retain`", RetainSettings.class);
    block("`candidates`", CandidateSettings.class);
    block("`forget`", ForgetSettings.class);
    block("`defense`", DefenseSettings.class);
    block("`report`", ReportSettings.class);
    block("A block of `defense.regularizers`", RegularizerSettings.class);
  }

  /** What the demo makes before its experiment. */
  private void demo() {
    text.append("\n## `demo`, for `lethe demo` only\n");
    table(
        new SettingsType<>(DemoSettings.class)
            .describe().stream().filter(each -> !each.type().equals("block")).toList());
    for (RecordComponent part : DemoSettings.class.getRecordComponents()) {
      if (part.getType().isRecord()) {
        block(
            "`demo.%s`, for `lethe demo` only".formatted(part.getName()),
            part.getType().asSubclass(Record.class));
      }
    }
  }

  /** The files of suites, which name configurations. */
  private void suites() {
    block("A suite's file, beside its `name`", SuiteSettings.class);
    block("`figures`, of a suite's file", FigureSettings.class);
  }

  private void extensions(List<Offer> installed) {
    Map<String, List<Offer>> byKind = new TreeMap<>();
    for (Offer offer : installed) {
      byKind.computeIfAbsent(offer.kind(), kind -> new ArrayList<>()).add(offer);
    }
    byKind.forEach(
        (kind, offers) -> {
          text.append("\n## ").append(kind).append('\n');
          offers.forEach(this::extension);
        });
  }

  private void extension(Offer offer) {
    text.append("\n### `%s`\n\n%s\n".formatted(offer.key().name(), summary(offer)));
    Class<? extends Record> settings = offer.binding().settings();
    if (settings != null) {
      table(new SettingsType<>(settings).describe());
    }
  }

  /** A plugin of its own has to be dropped in before a configuration can name it. */
  private static String summary(Offer offer) {
    Summary summary = offer.binding().implementation().getAnnotation(Summary.class);
    boolean isPlugin = offer.module().folder().startsWith(Product.ROOT.resolve("plugins"));
    return summary.value() + (isPlugin ? " (A [plugin](add-a-plugin.md).)" : "");
  }

  private void block(String title, Class<? extends Record> settings) {
    text.append("\n## ").append(title).append('\n');
    table(new SettingsType<>(settings).describe());
  }

  private void table(List<SettingInfo> settings) {
    text.append("\n| key | type | default | meaning |\n|---|---|---|---|\n");
    for (SettingInfo setting : settings) {
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
