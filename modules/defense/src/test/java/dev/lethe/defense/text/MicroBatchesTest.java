package dev.lethe.defense.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MicroBatchesTest {
  private final Random random = new Random(3);
  private final List<int[]> texts =
      Stream.generate(() -> random.ints(3 + random.nextInt(20), 0, 3).toArray())
          .limit(256)
          .toList();

  @Test
  void everyTextIsInOnePart() {
    assertThat(parts(200).of(texts).stream().flatMapToInt(Arrays::stream))
        .hasSize(256)
        .doesNotHaveDuplicates()
        .allMatch(text -> text >= 0 && text < 256);
  }

  @Test
  void aPartHasNoMoreTokensThanAllowed() {
    List<int[]> parts = parts(200).of(texts);
    assertThat(parts).hasSizeBetween(15, 30);
    for (int[] part : parts) {
      assertThat(Arrays.stream(part).map(text -> texts.get(text).length).sum())
          .isLessThanOrEqualTo(200);
    }
  }

  @Test
  void textsThatBeginAlikeAreNeighbors() {
    List<int[]> inOrder = new ArrayList<>();
    parts(200)
        .of(texts)
        .forEach(part -> Arrays.stream(part).mapToObj(texts::get).forEach(inOrder::add));
    for (int i = 1; i < inOrder.size(); i++) {
      assertThat(Arrays.compare(inOrder.get(i - 1), inOrder.get(i))).isNotPositive();
    }
  }

  @Test
  void aTextThatIsTooLongIsAPartOfItsOwn() {
    assertThat(parts(5).of(List.of(new int[9], new int[] {1}, new int[9]))).hasSize(3);
  }

  private static MicroBatches parts(int mostTokens) {
    return new MicroBatches(text -> text.length, mostTokens);
  }
}
