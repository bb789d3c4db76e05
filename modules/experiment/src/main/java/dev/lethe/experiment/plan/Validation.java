package dev.lethe.experiment.plan;

import dev.lethe.api.attack.PrivacyAttack;
import dev.lethe.api.data.CaptionSource;
import dev.lethe.api.data.NameSource;
import dev.lethe.api.data.PeopleSource;
import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.defense.Regularizer;
import dev.lethe.api.evaluation.Evaluation;
import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.api.plugin.RunExtensions;
import dev.lethe.api.settings.SettingsException;
import dev.lethe.experiment.config.Block;
import dev.lethe.experiment.config.DefenseBlock;
import dev.lethe.experiment.config.ExperimentConfig;
import dev.lethe.experiment.config.MixedBlock;
import java.util.ArrayList;
import java.util.List;

/** Checks the keys and values of a configuration against what is installed, and no data. */
final class Validation {
  private final RunExtensions extensions;
  private final List<String> missing = new ArrayList<>();

  Validation(RunExtensions extensions) {
    this.extensions = extensions;
  }

  /**
   * Checks everything.
   *
   * @return the places of the settings that have to be given and are not
   * @throws SettingsException if a key is unknown or a value wrong
   */
  List<String> missing(ExperimentConfig config) {
    mixed(PeopleSource.class, config.people(), config.people().own().source());
    if (config.captions() != null) {
      mixed(CaptionSource.class, config.captions(), config.captions().own().source());
    }
    if (config.candidates().own().file() == null) {
      mixed(NameSource.class, config.candidates(), config.candidates().own().source());
    }
    for (DefenseBlock defense : config.defense()) {
      block(BackdoorStrategy.class, defense.strategy());
      defense.regularizers().forEach(each -> block(Regularizer.class, each.block()));
    }
    config.attacks().forEach(attack -> block(PrivacyAttack.class, attack));
    for (Block evaluation : config.evaluations()) {
      if (!SettingKeys.isOff(extensions.info(Evaluation.class, evaluation.name()), evaluation)) {
        block(Evaluation.class, evaluation);
      }
    }
    return missing;
  }

  private void mixed(Class<?> contract, MixedBlock<?> block, String name) {
    SettingKeys.check(extensions.info(contract, name), block);
    block(contract, block.as(name));
  }

  private void block(Class<?> contract, Block block) {
    ExtensionInfo info = extensions.info(contract, block.name());
    missing.addAll(SettingKeys.missing(info, block));
  }
}
