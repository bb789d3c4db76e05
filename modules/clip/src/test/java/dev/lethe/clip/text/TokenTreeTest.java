package dev.lethe.clip.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TokenTreeTest {

  @Test
  void textsThatBeginAlikeShareNodes() {
    TokenTree tree = TokenTree.of(List.of(new int[] {7, 1, 2, 9}, new int[] {7, 1, 3, 9}), .25);
    assertThat(tree.ids()).containsExactly(7, 1, 2, 9, 3, 9);
    assertThat(tree.positions()).containsExactly(0, 1, 2, 3, 2, 3);
    assertThat(tree.ends()).containsExactly(3, 5);
    assertThat(tree.readings())
        .singleElement()
        .satisfies(reading -> assertThat(reading.ids()).containsExactly(0, 1, 2, 3, 0, 1, 4, 5));
    assertThat(tree.picks()).containsExactly(0, 1, 2, 3, 6, 7);
  }

  @Test
  void aTextThatIsRepeatedOrBeginsAnotherIsReadOnce() {
    TokenTree tree =
        TokenTree.of(List.of(new int[] {7, 1}, new int[] {7, 1, 9}, new int[] {7, 1, 9}), .25);
    assertThat(tree.readings()).hasSize(1);
    assertThat(tree.readings().get(0).rows()).isEqualTo(1);
    assertThat(tree.ends()).containsExactly(1, 2, 2);
  }

  @Test
  void readingsSpellTheTextsAndPicksPointAtTheirNodes() {
    Random random = new Random(5);
    List<int[]> texts =
        Stream.generate(() -> random.ints(1 + random.nextInt(9), 0, 3).toArray())
            .limit(300)
            .sorted(Arrays::compare)
            .toList();
    TokenTree tree = TokenTree.of(texts, .25);
    long[] elements = tree.readings().stream().flatMapToLong(r -> Arrays.stream(r.ids())).toArray();
    assertThat(Arrays.stream(tree.picks()).map(pick -> elements[(int) pick]))
        .containsExactlyElementsOf(LongStream.range(0, tree.ids().length).boxed().toList());
    for (int i = 0; i < texts.size(); i++) {
      assertThat(spelled(tree, tree.endPicks()[i])).isEqualTo(texts.get(i));
    }
  }

  /** Returns the tokens of the row of a reading that lead to one of its elements. */
  private static int[] spelled(TokenTree tree, long place) {
    for (IdMatrix reading : tree.readings()) {
      if (place < reading.ids().length) {
        int from = (int) place / reading.length() * reading.length();
        return Arrays.stream(reading.ids(), from, (int) place + 1)
            .mapToInt(node -> (int) tree.ids()[(int) node])
            .toArray();
      }
      place -= reading.ids().length;
    }
    throw new AssertionError("no reading has element " + place);
  }
}
