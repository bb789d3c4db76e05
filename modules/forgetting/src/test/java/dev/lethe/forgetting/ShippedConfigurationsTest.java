package dev.lethe.forgetting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.engine.ConfigSource;
import dev.lethe.engine.config.Config;
import dev.lethe.engine.config.ConfigReader;
import dev.lethe.forgetting.config.DefenseBlock;
import dev.lethe.forgetting.config.ForgettingConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The papers' experiments as configurations: each complete, each what its name says. */
class ShippedConfigurationsTest {
  private static final Path FOLDER = Path.of("../../configs/experiments");
  private static final List<String> MODELS = List.of("vit-b-32", "vit-b-16", "vit-l-14", "rn50");

  /** Those that are for somebody's own data name no path. */
  private static final String OWN_DATA = "(text|stable-diffusion-.*|paper)";

  static Stream<String> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString().replace(".yaml", ""))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<String> papers() {
    return all().filter(name -> !name.matches(OWN_DATA));
  }

  @ParameterizedTest
  @MethodSource("all")
  void eachIsValidAndBearsItsName(String name) {
    List<String> missing = TinyWorld.experiments().validate(source(name), List.of());

    assertThat(missing)
        .allMatch(key -> key.matches("model.path|people.path|captions.path|forget.*"));
    assertThat(config(name).whole().general().name()).isEqualTo(name);
  }

  @ParameterizedTest
  @MethodSource("papers")
  void thoseOfThePapersAreComplete(String name) {
    assertThat(TinyWorld.experiments().validate(source(name), List.of())).isEmpty();
  }

  @Test
  void thereIsOneForEveryTowerModelAndForm() {
    for (String tower : List.of("text", "image", "both")) {
      for (String model : MODELS) {
        assertThat(all())
            .contains(
                "%s-%s".formatted(tower, model),
                "%s-%s-no-regularizer".formatted(tower, model),
                "%s-%s-faithful".formatted(tower, model));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("papers")
  void eachDefendsTheTowersInTheFormAndWithTheModelThatItsNameSays(String name) {
    ForgettingConfig config = config(name);
    List<DefenseBlock> defense = config.defense();
    List<String> strategies = defense.stream().map(block -> block.strategy().name()).toList();
    boolean faithful = name.endsWith("-faithful");

    assertThat(strategies)
        .isEqualTo(
            name.startsWith("both")
                ? List.of("text-backdoor", "image-backdoor")
                : List.of(name.contains("text") ? "text-backdoor" : "image-backdoor"));
    assertThat(defense)
        .allMatch(block -> block.regularizers().isEmpty() == name.endsWith("-no-regularizer"))
        .allMatch(block -> "faithful".equals(block.strategy().settings().get("form")) == faithful);
    assertThat(config.settings().model().path().toString()).contains(model(name));
    assertThat(config.retain() == null)
        .isEqualTo(faithful || !strategies.contains("image-backdoor"));
  }

  /** From the papers and their code, not from the files. */
  @Test
  void theHyperparametersAreThoseOfThePapers() {
    assertThat(settings("text-vit-b-32", 0))
        .containsEntry("steps", 400)
        .containsEntry("alpha", 0.6)
        .containsEntry("clean-batch", 128)
        .containsEntry("backdoor-batch", 128);
    assertThat(weight("text-vit-l-14", 0)).isEqualTo(0.01);
    assertThat(settings("image-rn50", 0))
        .containsEntry("steps", 100)
        .containsEntry("alpha", 0.8)
        .containsEntry("milestones", List.of(25, 50))
        .containsEntry("decay", 0.1);
    assertThat(weight("image-rn50", 0)).isEqualTo(0.005);
    assertThat(weight("both-vit-b-32", 0)).isEqualTo(0.01);
    assertThat(weight("both-vit-b-32", 1)).isEqualTo(0.005);
    assertThat(settings("workshop-text-vit-l-14", 0))
        .containsEntry("alpha", 0.3)
        .containsEntry("backdoor-batch", 64)
        .containsEntry("milestones", List.of(300))
        .containsEntry("decay", 0.1)
        .containsEntry("train-norms", true);
    assertThat(weight("workshop-text-vit-b-16", 0)).isEqualTo(0.01);
    assertThat(weight("workshop-text-vit-l-14", 0)).isEqualTo(0.00333);
    assertThat(config("workshop-text-vit-b-32").people().own().images()).isEqualTo(30);
  }

  private static String model(String name) {
    return MODELS.stream().filter(name::contains).findFirst().orElseThrow();
  }

  private static Map<String, Object> settings(String name, int strategy) {
    return config(name).defense().get(strategy).strategy().settings();
  }

  private static double weight(String name, int strategy) {
    return config(name).defense().get(strategy).regularizers().get(0).weight();
  }

  private static ForgettingConfig config(String name) {
    Config config = new ConfigReader(source(name), List.of()).config();
    return ForgettingConfig.draft(config);
  }

  private static ConfigSource source(String name) {
    return ConfigSource.file(FOLDER.resolve(name + ".yaml"));
  }
}
