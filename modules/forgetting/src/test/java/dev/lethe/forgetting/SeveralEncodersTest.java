package dev.lethe.forgetting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.api.Progress;
import dev.lethe.engine.ConfigSource;
import dev.lethe.engine.ExperimentPlan;
import dev.lethe.engine.RunRequest;
import dev.lethe.engine.RunResult;
import dev.lethe.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pipelines with several text encoders, of which a run defends one. */
class SeveralEncodersTest {
  private static final String SECOND = "text_encoder_2 (CLIPTextModelWithProjection)";

  @TempDir static Path folder;
  static TinyWorld world;
  static Path pipeline;

  @BeforeAll
  static void makeWorld() throws IOException {
    world = new TinyWorld(folder);
    pipeline = world.pipeline();
    for (String part : List.of("text_encoder", "tokenizer")) {
      Path copy = Files.createDirectory(pipeline.resolve(part + "_2"));
      for (Path file : TinyWorld.files(pipeline.resolve(part))) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    Files.writeString(
        pipeline.resolve("model_index.json"),
        """
        {"_class_name": "StableDiffusionXLPipeline",
         "text_encoder": ["transformers", "CLIPTextModel"],
         "text_encoder_2": ["transformers", "CLIPTextModelWithProjection"]}
        """);
  }

  @Test
  void theEncoderThatStaysAsItIsIsNamedWhereverSomebodyReadsWhoIsForgotten(@TempDir Path out)
      throws IOException {
    RunResult result = TinyWorld.run(request(out));

    Report report = result.report();
    assertThat(TinyWorld.facts(report).undefended()).containsExactly(SECOND);
    assertThat(report.notes())
        .anyMatch(
            note ->
                note.startsWith(SECOND + " is left as it is")
                    && note.endsWith(
                        "another run with model.text-encoder=text_encoder_2 defends it"));
    assertThat(Files.readString(result.directory().resolve("report.md")))
        .contains(
            "%s was not defended and still knows every name".formatted(SECOND.replace("_", "\\_")));
    assertThat(Files.readString(result.directory().resolve("report.html")))
        .contains(SECOND + " was not defended and still knows every name")
        .contains(SECOND + " still knows everybody.");
  }

  @Test
  void aPlanNamesItBeforeAnythingIsDone(@TempDir Path out) {
    try (ExperimentPlan plan = TinyWorld.experiments().plan(request(out), Progress.silent())) {
      assertThat(plan.describe()).anyMatch(line -> line.matches("left as is +" + quoted(SECOND)));
      assertThat(plan.warnings()).anyMatch(warning -> warning.startsWith(SECOND));
    }
  }

  @Test
  void theOtherOneIsDefendedWhereItIsChosen(@TempDir Path out) {
    RunResult result = TinyWorld.run(request(out, "model.text-encoder=text_encoder_2"));

    Path model = result.directory().resolve("model");
    assertThat(TinyWorld.facts(result.report()).undefended())
        .containsExactly("text_encoder (CLIPTextModel)");
    assertThat(model.resolve("text_encoder_2/model.safetensors")).isRegularFile();
    assertThat(model.resolve("tokenizer_2")).isDirectory();
    assertThat(model.resolve("text_encoder")).doesNotExist();
    assertThat(TinyWorld.experiments().verify(result.directory(), Progress.silent()).differences())
        .isEmpty();
  }

  private static String quoted(String text) {
    return Pattern.quote(text);
  }

  private static RunRequest request(Path out, String... more) {
    ConfigSource config =
        ConfigSource.file(Path.of("../../configs/experiments/stable-diffusion-xl.yaml"));
    return new RunRequest(config, world.overridesOf(pipeline, more), out, false);
  }
}
