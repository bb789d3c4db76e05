package dev.lethe.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  @Test
  void worksOnceForEachLineAndAnswersEach() {
    List<Integer> worked = new ArrayList<>();
    turns("go\ngo\n")
        .take(
            2,
            turn -> {
              worked.add(turn);
              return Map.of("turn", turn);
            });
    assertThat(worked).containsExactly(0, 1);
    List<String> lines = written.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).isEqualTo("{\"ready\":true}");
    assertThat(lines.get(2)).contains("\"seconds\":", "\"cpu\":", "\"found\":{\"turn\":1}");
  }

  @Test
  void endsWhenTheDriverIsGone() {
    List<Integer> worked = new ArrayList<>();
    assertThatThrownBy(
            () ->
                turns("go\n")
                    .take(
                        2,
                        turn -> {
                          worked.add(turn);
                          return Map.of();
                        }))
        .isInstanceOf(Turns.DriverGoneException.class);
    assertThat(worked).containsExactly(0);
  }

  private Turns turns(String lines) {
    return new Turns(
        new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)),
        new PrintStream(written, true, StandardCharsets.UTF_8));
  }
}
