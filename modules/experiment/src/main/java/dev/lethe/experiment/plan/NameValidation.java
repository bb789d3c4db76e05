package dev.lethe.experiment.plan;

import dev.lethe.api.data.PeopleSource;
import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.api.plugin.RunExtensions;
import dev.lethe.experiment.config.Block;
import dev.lethe.experiment.config.ExperimentConfig;
import dev.lethe.experiment.config.ForgetSettings;
import dev.lethe.experiment.config.ModelSettings;
import dev.lethe.experiment.config.PeopleSettings;
import dev.lethe.experiment.people.ForgetRequests;
import dev.lethe.experiment.people.KnownPeople;
import dev.lethe.experiment.people.NameReader;
import dev.lethe.experiment.people.Subjects;
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
  private final RunExtensions extensions;
  private final List<ExtensionInfo> installed;
  private final ExtensionFactory workbench;

  NameValidation(RunExtensions extensions, List<ExtensionInfo> installed) {
    this.extensions = extensions;
    this.installed = installed;
    workbench = new ExtensionFactory(extensions);
  }

  /**
   * Checks the names.
   *
   * @throws dev.lethe.api.LetheException if nobody has one of them
   */
  void check(ExperimentConfig config) {
    Block people = config.people().as(config.people().own().source());
    ExtensionInfo info = extensions.info(PeopleSource.class, people.name());
    boolean attacked = !config.attacks().isEmpty();
    if (!attacked
        || !SettingKeys.missing(info, people).isEmpty()
        || !(people.settings().get("path") instanceof String path)
        || !Files.exists(Path.of(path))) {
      return;
    }
    List<String> names = workbench.create(PeopleSource.class, people).extension().names();
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

  private NameReader reader(ModelSettings model) {
    return Files.exists(model.path())
        ? new ModelFormats(workbench, installed).of(model).names()
        : NameReader.of(Optional.empty());
  }

  private static boolean isThere(@Nullable Path file) {
    return file != null && Files.isRegularFile(file);
  }
}
