package dev.lethe.forgetting.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StratifiedSplitTest {

  @Test
  void permutationsAreThoseOfNumpy() {
    NumpyRandom random = new NumpyRandom(42); // numpy.random.RandomState(42), numpy 2.4.6

    assertThat(random.permutation(10)).containsExactly(8, 1, 5, 0, 7, 2, 9, 4, 3, 6);
    assertThat(random.permutation(3)).containsExactly(1, 0, 2);
    assertThat(random.permutation(17))
        .containsExactly(15, 9, 0, 8, 6, 12, 1, 13, 5, 2, 11, 14, 3, 4, 7, 16, 10);
  }

  /** The cases are made by tools/parity/attack_half.py. */
  @Test
  void theTrainHalfIsTheOneThatScikitLearnDraws() throws IOException {
    JsonNode cases;
    try (InputStream made = getClass().getResourceAsStream("/parity/split/attack-half.json")) {
      cases = new ObjectMapper().readTree(made).get("cases");
    }

    assertThat(cases).hasSize(3);
    for (JsonNode each : cases) {
      List<int[]> halves = StratifiedSplit.train(numbers(each.get("sizes")), 42);
      assertThat(halves).hasSize(each.get("train").size());
      for (int i = 0; i < halves.size(); i++) {
        assertThat(sorted(halves.get(i)))
            .as("%s %d", each.get("name"), i)
            .isEqualTo(numbers(each.get("train").get(i)));
      }
    }
  }

  private static int[] numbers(JsonNode list) {
    int[] numbers = new int[list.size()];
    Arrays.setAll(numbers, i -> list.get(i).asInt());
    return numbers;
  }

  private static int[] sorted(int[] numbers) {
    int[] sorted = numbers.clone();
    Arrays.sort(sorted);
    return sorted;
  }
}
