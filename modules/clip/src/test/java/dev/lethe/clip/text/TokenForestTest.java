package dev.lethe.clip.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TokenForestTest {
  private static final int ANY = Integer.MAX_VALUE;

  private final Random random = new Random(4);
  private final List<int[]> texts =
      Stream.generate(() -> random.ints(2 + random.nextInt(9), 0, 5).toArray()).limit(500).toList();

  @Test
  void noTreeHasMoreNodesThanAllowed() {
    assertThat(TokenForest.of(texts, new TreeBounds(64, ANY, .25)).trees())
        .hasSizeGreaterThan(5)
        .allSatisfy(tree -> assertThat(tree.ids().length).isBetween(1, 64));
  }

  @Test
  void textsThatShareAlmostEverythingAreStillOnlySoMany() {
    List<int[]> alike =
        IntStream.range(0, 90)
            .mapToObj(
                i -> {
                  int[] text = new int[10];
                  text[9] = i;
                  return text;
                })
            .toList();
    assertThat(TokenForest.of(alike, new TreeBounds(64, ANY, .25)).trees()).hasSize(2);
    assertThat(TokenForest.of(alike, new TreeBounds(64, 300, .25)).trees())
        .hasSize(3)
        .allSatisfy(tree -> assertThat(tree.ends()).hasSize(30));
  }

  @Test
  void aTextThatIsTooLongGetsATreeOfItsOwn() {
    assertThat(
            TokenForest.of(List.of(new int[70], new int[] {1}), new TreeBounds(64, ANY, .25))
                .trees())
        .hasSize(2);
  }

  @Test
  void placesLeadToTheEndOfEachText() {
    TokenForest forest = TokenForest.of(texts, new TreeBounds(64, ANY, .25));
    List<long[]> endTokenAndPosition = new ArrayList<>();
    for (TokenTree tree : forest.trees()) {
      for (long end : tree.ends()) {
        endTokenAndPosition.add(new long[] {tree.ids()[(int) end], tree.positions()[(int) end]});
      }
    }
    assertThat(endTokenAndPosition).hasSameSizeAs(texts);
    for (int i = 0; i < texts.size(); i++) {
      int[] text = texts.get(i);
      assertThat(endTokenAndPosition.get((int) forest.places()[i]))
          .containsExactly(text[text.length - 1], text.length - 1);
    }
  }

  @Test
  void sharingLeavesFewerNodesThanTokens() {
    int tokens = texts.stream().mapToInt(text -> text.length).sum();
    int nodes =
        TokenForest.of(texts, new TreeBounds(10_000, ANY, .25)).trees().stream()
            .mapToInt(tree -> tree.ids().length)
            .sum();
    assertThat(nodes).isLessThan(tokens * 3 / 4);
  }
}
