package dev.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looking at checkpoints and converting them with the assembled distribution. */
class ConvertIT {
  @TempDir Path folder;
  private Home home;

  @BeforeEach
  void assemble() throws IOException {
    home = Home.in(folder);
    TinyExperiment.in(folder);
  }

  @Test
  void aModelGoesToTheTransformersLibraryAndBackWithTheSameHash() throws Exception {
    LetheProcess there = home.lethe("model", "convert", "model", "hf", "--to", "hugging-face");
    assertThat(there.exit()).as(there.err()).isZero();
    LetheProcess back = home.lethe("model", "convert", "hf", "back", "--to", "open-clip");
    assertThat(back.exit()).as(back.err()).isZero();
    assertThat(folder.resolve("back/open_clip_model.safetensors"))
        .hasSameBinaryContentAs(folder.resolve("model/open_clip_model.safetensors"));
    LetheProcess inspect = home.lethe("model", "inspect", "hf");
    assertThat(inspect.out()).contains("hugging-face", "[fp32]", "image.patch", "text.vocabulary");
  }

  @Test
  void whatCannotBeWrittenIsOneLineAndNothingIsLeft() throws Exception {
    assertThat(home.lethe("model", "convert", "model", "sd", "--to", "diffusers").exit()).isZero();
    LetheProcess refused = home.lethe("model", "convert", "sd", "out", "--to", "open-clip");
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err()).contains("both towers");
    LetheProcess unknown = home.lethe("model", "convert", "model", "out", "--to", "onnx");
    assertThat(unknown.exit()).isEqualTo(3);
    assertThat(unknown.err()).contains("'onnx'", "diffusers, hugging-face, open-clip");
    LetheProcess full = home.lethe("model", "convert", "model", "sd", "--to", "hugging-face");
    assertThat(full.exit()).isEqualTo(1);
    assertThat(full.err()).contains("is not empty");
    assertThat(Files.exists(folder.resolve("out"))).isFalse();
  }
}
