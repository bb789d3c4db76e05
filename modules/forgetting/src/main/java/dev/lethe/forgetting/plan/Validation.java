package dev.lethe.forgetting.plan;

import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.attack.PrivacyAttack;
import dev.lethe.api.data.CaptionSource;
import dev.lethe.api.data.ImageSource;
import dev.lethe.api.data.NameSource;
import dev.lethe.api.data.PeopleSource;
import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.defense.Regularizer;
import dev.lethe.api.evaluation.Evaluation;
import dev.lethe.api.method.Need;
import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.api.settings.SettingsException;
import dev.lethe.api.settings.SettingsType;
import dev.lethe.engine.config.Block;
import dev.lethe.engine.config.Faults;
import dev.lethe.engine.config.MixedBlock;
import dev.lethe.engine.config.ModelSettings;
import dev.lethe.engine.extension.ExtensionFactory;
import dev.lethe.engine.extension.Planned;
import dev.lethe.engine.extension.SettingKeys;
import dev.lethe.engine.model.ModelFormat;
import dev.lethe.forgetting.config.CaptionSettings;
import dev.lethe.forgetting.config.DefenseBlock;
import dev.lethe.forgetting.config.FaceSettings;
import dev.lethe.forgetting.config.ForgettingConfig;
import dev.lethe.forgetting.config.ImageSettings;
import dev.lethe.forgetting.config.RetainSettings;
import dev.lethe.report.requirement.RequiredMetrics;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checks the keys and values of a configuration against what is installed, and its names against
 * the people of whom there are pictures; reads no other data.
 */
public final class Validation {
  private final ExtensionFactory extensions;
  private final List<String> missing = new ArrayList<>();
  private final Faults faults = new Faults();

  /** Creates a validation. */
  public Validation(ExtensionFactory extensions) {
    this.extensions = extensions;
  }

  /**
   * Checks everything.
   *
   * @return the places of the settings that have to be given and are not
   * @throws LetheException if a key is unknown, or a value or a name wrong; names each
   */
  public List<String> missing(ForgettingConfig config) {
    missingSettings(config);
    ModelSettings model = config.settings().model();
    if (Files.exists(model.path())) {
      requirements(config).check(ModelFormat.of(model, extensions));
    }
    new NameValidation(extensions).check(config);
    return missing;
  }

  /**
   * Checks keys and values alone.
   *
   * @return the places of the settings that have to be given and are not
   * @throws LetheException if a key is unknown or a value wrong; names the first of each block
   */
  public List<String> missingSettings(ForgettingConfig config) {
    MethodRequirements requirements = requirements(config);
    faults.in(() -> people(config, requirements));
    faults.in(() -> data(config, requirements));
    if (config.candidates().own().file() == null) {
      faults.in(
          () -> mixed(NameSource.class, config.candidates(), config.candidates().own().source()));
    }
    faults.in(() -> roles(config, requirements));
    for (DefenseBlock defense : config.defense()) {
      faults.in(() -> block(BackdoorStrategy.class, defense.strategy()));
      defense
          .regularizers()
          .forEach(each -> faults.in(() -> block(Regularizer.class, each.block())));
    }
    config.attacks().forEach(attack -> faults.in(() -> block(PrivacyAttack.class, attack)));
    config.evaluations().forEach(evaluation -> faults.in(() -> evaluation(evaluation)));
    faults.in(() -> required(config));
    faults.requireNone(config.whole().places());
    return missing;
  }

  private static void required(ForgettingConfig config) {
    RequiredMetrics.check(
        config.general().require(),
        Stream.concat(config.attacks().stream(), config.evaluations().stream())
            .map(Block::name)
            .toList());
  }

  private void data(ForgettingConfig config, MethodRequirements requirements) {
    MixedBlock<CaptionSettings> captions = config.captions();
    if (captions != null) {
      boolean needed = requirements.include(Need.CAPTIONS);
      source(CaptionSource.class, captions, captions.own().source(), needed);
    }
    MixedBlock<ImageSettings> images = config.images();
    if (images != null) {
      boolean needed = requirements.include(Need.IMAGES);
      source(ImageSource.class, images, images.own().source(), needed);
    }
    MixedBlock<FaceSettings> faces = config.faces();
    if (faces != null) {
      boolean needed = requirements.includeAny(EnumSet.of(Need.REQUEST_PICTURES, Need.RETAINED));
      source(PeopleSource.class, faces, faces.own().source(), needed);
    }
    MixedBlock<RetainSettings> retain = config.retain();
    if (retain != null && retain.own().source() != null) {
      boolean needed = requirements.include(Need.RETAINED);
      source(PeopleSource.class, retain, retain.own().source(), needed);
    } else if (retain != null) {
      List<String> own = new SettingsType<>(RetainSettings.class).keys();
      for (String key : retain.rest().keySet()) {
        throw SettingsType.unknown(key, own, retain.place());
      }
    }
  }

  private void source(Class<?> contract, MixedBlock<?> block, String name, boolean needed) {
    if (needed) {
      mixed(contract, block, name);
    } else {
      SettingKeys.check(extensions.info(contract, name), block);
    }
  }

  private void evaluation(Block evaluation) {
    ExtensionInfo info = extensions.info(Evaluation.class, evaluation.name());
    if (SettingKeys.offBy(info, evaluation).isEmpty()) {
      block(Evaluation.class, evaluation);
    }
  }

  /** Asks those whose settings are complete; what others lack is said elsewhere. */
  private MethodRequirements requirements(ForgettingConfig config) {
    List<PlannedDefense> defenses = new ArrayList<>();
    for (DefenseBlock block : config.defense()) {
      created(BackdoorStrategy.class, block.strategy())
          .ifPresent(strategy -> defenses.add(new PlannedDefense(strategy, List.of())));
    }
    return new MethodRequirements(
        defenses,
        created(PrivacyAttack.class, config.attacks()),
        created(Evaluation.class, config.evaluations()));
  }

  private <T> List<Planned<T>> created(Class<T> contract, List<Block> blocks) {
    return blocks.stream().flatMap(block -> created(contract, block).stream()).toList();
  }

  private <T> Optional<Planned<T>> created(Class<T> contract, Block block) {
    try {
      return SettingKeys.missing(extensions.info(contract, block.name()), block).isEmpty()
          ? Optional.of(extensions.create(contract, block))
          : Optional.empty();
    } catch (SettingsException | NotFoundException e) {
      return Optional.empty(); // what is wrong with the block is said where it is checked
    }
  }

  private void people(ForgettingConfig config, MethodRequirements requirements) {
    String source = config.people().own().source();
    if (AttackSubjectsReader.isNobody(config, extensions, requirements)) {
      SettingKeys.check(extensions.info(PeopleSource.class, source), config.people());
    } else {
      mixed(PeopleSource.class, config.people(), source);
    }
  }

  private void roles(ForgettingConfig config, MethodRequirements requirements) {
    missing.addAll(Roles.lackingData(config, requirements).keySet());
    if (Roles.lacksForget(config)) {
      missing.add(config.attacks().isEmpty() ? "forget.names" : "forget.count");
    }
    Roles.checkCount(config);
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
