package dev.lethe.shell.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.UsageException;
import dev.lethe.api.defense.Backdoor;
import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.defense.Defended;
import dev.lethe.api.defense.DefenseTask;
import dev.lethe.api.defense.ForgetRequest;
import dev.lethe.api.method.Need;
import dev.lethe.api.method.Requirements;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.Model;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.PluginModule;
import dev.lethe.api.plugin.Summary;
import dev.lethe.api.settings.Setting;
import dev.lethe.engine.ConfigSource;
import dev.lethe.suite.WrittenValues;
import dev.lethe.testkit.InProcessExtensions;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparedStrategiesTest {
  private static final String ONE =
      """
      name: one
      defense: {strategy: names, settings: {steps: 7}, regularizers: {norm: {weight: 1}}}
      """;

  private static final String TWO =
      """
      name: two
      defense: [{strategy: names, settings: {steps: 7}}, {strategy: faces}]
      """;

  private static final String KNOWN =
      """
      name: known
      edit: {settings: {rate: 0.5, steps: 3}}
      other-names: {settings: {steps: 9}, regularizers: {norm: {weight: 2}}}
      """;

  record Settings(
      @Setting(value = "How often.", defaultValue = "1") int steps,
      @Setting(value = "How fast.", defaultValue = "1") double rate) {}

  /** Does nothing; only what it requires counts. */
  private abstract static class Idle implements BackdoorStrategy {
    @Override
    public List<Backdoor> backdoors(List<ForgetRequest> requests) {
      return List.of();
    }

    @Override
    public Defended defend(Model original, DefenseTask task) {
      return new Defended(original);
    }
  }

  @Summary("Trains the text tower.")
  static final class Names extends Idle {
    @Inject
    Names(Settings settings) {}

    @Override
    public Requirements requires() {
      return Requirements.of(VisionLanguageModel.class, Component.TEXT).and(Need.REGULARIZER);
    }
  }

  @Summary("Edits the text tower.")
  static final class Edit extends Idle {
    @Inject
    Edit(Settings settings) {}

    @Override
    public Requirements requires() {
      return Requirements.of(VisionLanguageModel.class, Component.TEXT);
    }
  }

  @Summary("Trains the image tower.")
  static final class Faces extends Idle {
    @Inject
    Faces(Settings settings) {}

    @Override
    public Requirements requires() {
      return Requirements.of(VisionLanguageModel.class, Component.IMAGE).and(Need.REGULARIZER);
    }
  }

  @Summary("Edits both towers.")
  static final class Whole extends Idle {
    @Inject
    Whole(Settings settings) {}

    @Override
    public Requirements requires() {
      return Requirements.of(VisionLanguageModel.class, Component.TEXT, Component.IMAGE);
    }
  }

  static final class IdleModule extends PluginModule {
    @Override
    protected void configure() {
      provide(BackdoorStrategy.class, "names", Names.class, Settings.class);
      provide(BackdoorStrategy.class, "other-names", Names.class, Settings.class);
      provide(BackdoorStrategy.class, "edit", Edit.class, Settings.class);
      provide(BackdoorStrategy.class, "faces", Faces.class, Settings.class);
      provide(BackdoorStrategy.class, "whole", Whole.class, Settings.class);
    }
  }

  @Test
  void theStrategyOfTheExperimentKeepsItsSettings() {
    assertThat(compared(ONE).variant("names"))
        .containsEntry("defense.settings", Map.of("steps", 7))
        .containsEntry("defense.regularizers", Map.of("norm", Map.of("weight", 1)));
  }

  @Test
  void anotherHasThoseOfTheFileAndNotTheExperiments() {
    assertThat(compared(ONE).variant("other-names"))
        .containsEntry("defense.settings", Map.of("steps", 9))
        .containsEntry("defense.regularizers", Map.of("norm", Map.of("weight", 2)));
  }

  @Test
  void theCommandLineHasTheLastWord() {
    assertThat(compared(ONE).variant("edit:steps=4"))
        .containsEntry("defense.settings", Map.of("rate", 0.5, "steps", 4));
    assertThatThrownBy(() -> compared(ONE).variant("edit:steps"))
        .isInstanceOf(UsageException.class)
        .hasMessage("--strategies 'edit:steps': settings must look like key=value;key=value");
  }

  @Test
  void aStrategyThatTakesNoRegularizerGetsNone() {
    assertThat(compared(ONE).variant("edit")).containsEntry("defense.regularizers", "null");
    assertThat(compared(ONE).variant("faces"))
        .doesNotContainKey("defense.regularizers")
        .containsEntry("defense.settings", Map.of());
  }

  @Test
  void inAListItTakesThePlaceOfTheOneThatChangesTheSameTower() {
    assertThat(compared(TWO).variant("edit")).containsEntry("defense[0].strategy", "edit");
    assertThat(compared(TWO).variant("faces")).containsEntry("defense[1].strategy", "faces");
  }

  @Test
  void oneThatChangesWhatSeveralDoIsRefusedInOneLine() {
    assertThatThrownBy(() -> compared(TWO).variant("whole"))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "--strategies 'whole': expected one defense of the experiment that changes the same"
                + " tower, found 2 of 2: compare on an experiment with one defense, such as"
                + " 'defense={strategy: whole}'");
  }

  private static ComparedStrategies compared(String experiment) {
    return new ComparedStrategies(
        new InProcessExtensions(List.of(IdleModule::new)),
        WrittenValues.of(new ConfigSource("experiment", experiment), List.of()),
        WrittenValues.of(new ConfigSource("known", KNOWN), List.of()));
  }
}
