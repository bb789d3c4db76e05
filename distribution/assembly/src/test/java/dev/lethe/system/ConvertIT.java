package dev.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looking at checkpoints and converting them with the assembled distribution. */
class ConvertIT {
  @TempDir Path folder;
  private Home home;
  private CommandLine lethe;

  @BeforeEach
  void assemble() throws IOException {
    home = Home.in(folder);
    lethe = CommandLine.in(home, folder);
    TinyExperiment.in(folder);
  }

  @AfterEach
  void unlink() throws IOException {
    home.close();
  }

  @Test
  void aModelGoesToTheTransformersLibraryAndBackBitByBit() throws Exception {
    lethe.succeed("model", "convert", "model", "hf", "--to", "hugging-face");
    lethe.succeed("model", "convert", "hf", "back", "--to", "open-clip");
    assertThat(folder.resolve("back/open_clip_model.safetensors"))
        .hasSameBinaryContentAs(folder.resolve("model/open_clip_model.safetensors"));
    assertThat(lethe.succeed("model", "inspect", "hf"))
        .contains("hugging-face", "[fp32]", "image.patch", "text.vocabulary");
  }

  @Test
  void whatCannotBeWrittenIsOneLineAndNothingIsLeft() throws Exception {
    lethe.succeed("model", "convert", "model", "sd", "--to", "diffusers", "--dtype", "fp16");
    assertThat(lethe.fail(2, "model", "convert", "sd", "out", "--to", "open-clip"))
        .contains("both towers");
    assertThat(lethe.fail(3, "model", "convert", "model", "out", "--to", "onnx"))
        .contains("'onnx'", "diffusers, hugging-face, open-clip");
    assertThat(lethe.fail(1, "model", "convert", "model", "sd", "--to", "hugging-face"))
        .contains("is not empty");
    assertThat(Files.exists(folder.resolve("out"))).isFalse();
  }

  @Test
  void modelsThatCannotBeMergedAreOneLineAndNothingIsLeft() throws Exception {
    assertThat(lethe.fail(1, "model", "merge", "--text", "model", "--image", "model", "out"))
        .contains("the text towers of model and model are the same")
        .hasLineCount(1);
    assertThat(lethe.fail(2, "model", "merge", "--text", "model", "--image", "model", "model"))
        .contains("model exists already: choose another name");
    assertThat(folder.resolve("out")).doesNotExist();
    assertThat(folder.resolve("out.provenance.json")).doesNotExist();
  }

  @Test
  void whatAFormatCannotHoldIsSaidToPeopleAndToPrograms() throws Exception {
    String json = lethe.succeed("model", "convert", "model", "sd", "--to", "diffusers", "--json");
    assertThat(new JsonMapper().readTree(json).path("notes"))
        .extracting(JsonNode::asText)
        .contains("the image tower is left out");
    try (LetheProcess process =
        lethe.start(List.of("model", "convert", "model", "again", "--to", "diffusers"))) {
      process.finish();
      assertThat(process.err()).contains("lethe: note: the image tower is left out");
    }
  }
}
