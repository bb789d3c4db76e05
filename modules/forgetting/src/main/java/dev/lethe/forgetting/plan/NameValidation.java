package dev.lethe.forgetting.plan;

import dev.lethe.api.data.PeopleSource;
import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.api.settings.SettingInfo;
import dev.lethe.engine.config.Block;
import dev.lethe.engine.config.ModelSettings;
import dev.lethe.engine.extension.ExtensionFactory;
import dev.lethe.engine.extension.SettingKeys;
import dev.lethe.engine.model.ModelFormat;
import dev.lethe.forgetting.config.ForgetSettings;
import dev.lethe.forgetting.config.ForgettingConfig;
import dev.lethe.forgetting.config.PeopleSettings;
import dev.lethe.forgetting.people.ForgetRequests;
import dev.lethe.forgetting.people.KnownPeople;
import dev.lethe.forgetting.people.NameReader;
import dev.lethe.forgetting.people.Subjects;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks up the names that a configuration gives, where the photographs are there: a misspelt one is
 * found before anything is read of them.
 */
final class NameValidation {
  private final ExtensionFactory extensions;

  NameValidation(ExtensionFactory extensions) {
    this.extensions = extensions;
  }

  /**
   * Checks the names.
   *
   * @throws dev.lethe.api.LetheException if nobody has one of them
   */
  void check(ForgettingConfig config) {
    Block people = config.people().as(config.people().own().source());
    ExtensionInfo info = extensions.info(PeopleSource.class, people.name());
    boolean attacked = !config.attacks().isEmpty();
    if (!attacked || !SettingKeys.missing(info, people).isEmpty() || !areThere(info, people)) {
      return;
    }
    List<String> names = extensions.create(PeopleSource.class, people).extension().names();
    try (NameReader reader = reader(config.settings().model())) {
      PeopleSettings settings = config.people().own();
      if (isThere(settings.members())) {
        Subjects.requireKnownMembers(settings, names, reader);
      }
      ForgetSettings forget = config.defense().isEmpty() ? null : config.settings().forget();
      if (forget != null && (forget.file() == null || isThere(forget.file()))) {
        ForgetRequests.read(forget, KnownPeople.of(names, names, forget.unknown(), reader), reader);
      }
    }
  }

  /** Returns whether the places exist without which there are no people. */
  private static boolean areThere(ExtensionInfo info, Block people) {
    List<SettingInfo> places =
        SettingKeys.of(info).stream().filter(SettingInfo::offWithout).toList();
    return !places.isEmpty()
        && places.stream()
            .map(setting -> people.settings().get(setting.key()))
            .allMatch(given -> given instanceof String path && Files.exists(Path.of(path)));
  }

  private NameReader reader(ModelSettings model) {
    return Files.exists(model.path())
        ? NameReader.of(ModelFormat.of(model, extensions).tokenizer())
        : NameReader.of(Optional.empty());
  }

  private static boolean isThere(@Nullable Path file) {
    return file != null && Files.isRegularFile(file);
  }
}
