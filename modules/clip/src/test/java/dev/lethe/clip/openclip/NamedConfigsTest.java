package dev.lethe.clip.openclip;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lethe.api.model.Activation;
import dev.lethe.api.model.Architecture;
import dev.lethe.clip.architecture.NamedArchitectures;
import dev.lethe.clip.model.ParameterSpec;
import dev.lethe.clip.model.ParameterSpecs;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedConfigsTest {

  /** The numbers of parameters that open_clip 3.3.0 has, in the image tower and in all. */
  @ParameterizedTest
  @CsvSource({
    "RN50, 38316896, 102007137",
    "RN101, 56259936, 119688033",
    "RN50x4, 87137080, 178300601",
    "RN50x16, 167328912, 290979217",
    "RN50x64, 420380352, 623258305",
    "ViT-B-16, 86192640, 149620737",
    "ViT-B-16-plus-240, 117213824, 208377345",
    "ViT-B-32, 87849216, 151277313",
    "ViT-B-32-256, 87860736, 151288833",
    "ViT-L-14, 303966208, 427616513",
    "ViT-L-14-336, 304293888, 427944193",
    "ViT-H-14, 632076800, 986109441",
    "ViT-H-14-378, 632682240, 986714881",
    "ViT-g-14, 1012645632, 1366678273",
    "ViT-bigG-14, 1844907264, 2539567105"
  })
  void aNamedArchitectureHasAsManyParametersAsInOpenClip(String name, long image, long all) {
    Architecture architecture = read(name);
    assertThat(count(ParameterSpecs.of(architecture.vision(), architecture.dimension())))
        .isEqualTo(image);
    assertThat(count(ParameterSpecs.of(architecture))).isEqualTo(all);
  }

  @Test
  void everyNamedArchitectureIsSupported() {
    assertThat(NamedArchitectures.names())
        .allSatisfy(
            name ->
                assertThat(read(name).activation())
                    .isEqualTo(
                        name.endsWith("-quickgelu") ? Activation.QUICK_GELU : Activation.GELU));
  }

  private static Architecture read(String name) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.set("model_cfg", NamedArchitectures.config(name));
    return OpenClipConfig.of(Path.of(name), root, null).architecture();
  }

  private static long count(List<ParameterSpec> slots) {
    return slots.stream()
        .filter(slot -> slot.info().role().trainable())
        .mapToLong(slot -> slot.shape().size())
        .sum();
  }
}
