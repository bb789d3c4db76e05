package dev.lethe.api.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModifiedResNetTest {

  @Test
  void layersAreTheBlocksOfAllStagesAndFeaturesTheLastChannels() {
    ModifiedResNet rn50 = new ModifiedResNet(224, List.of(3, 4, 6, 3), 64, 32);
    assertThat(rn50.layers()).isEqualTo(16);
    assertThat(rn50.features()).isEqualTo(2048);
  }

  @ParameterizedTest
  @CsvSource({
    "230, 3 4 6 3, 64, 32, a multiple of 32, found 230",
    "0, 3 4 6 3, 64, 32, a multiple of 32, found 0",
    "224, 3 4 6, 64, 32, 4 stages",
    "224, 3 4 0 3, 64, 32, 1 to 1000 blocks",
    "224, 3 4 1001 3, 64, 32, 1 to 1000 blocks",
    "224, 3 4 6 3, 63, 32, an even width",
    "224, 3 4 6 3, 2000000000, 32, an even width",
    "224, 3 4 6 3, 64, 31, heads that divides 2048",
    "224, 3 4 6 3, 64, 0, heads that divides 2048"
  })
  void sizesThatDoNotFitAreRefused(
      int imageSize, String blocks, int width, int heads, String complaint) {
    List<Integer> stages = Arrays.stream(blocks.split(" ")).map(Integer::valueOf).toList();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ModifiedResNet(imageSize, stages, width, heads))
        .withMessageContaining(complaint);
  }
}
