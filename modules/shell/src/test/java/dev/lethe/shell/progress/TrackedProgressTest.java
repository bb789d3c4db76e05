package dev.lethe.shell.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.CancelledException;
import dev.lethe.api.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TrackedProgressTest {
  private final StringWriter shown = new StringWriter();
  private final AtomicLong now = new AtomicLong();

  private Progress lines() {
    return new TrackedProgress(new LineView(new PrintWriter(shown), now::get), now::get);
  }

  private Progress bar() {
    return new TrackedProgress(new BarView(new PrintWriter(shown), now::get, () -> 80), now::get);
  }

  private void pass(long seconds) {
    now.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
  }

  @Test
  void linesComeAtTenthsAndSayWhatIsLeft() {
    try (Progress.Task task = lines().begin("forgetting", 100)) {
      for (int i = 0; i < 100; i++) {
        pass(1);
        task.note("loss 0.5");
        task.advance(1);
      }
    }
    assertThat(shown.toString().lines())
        .hasSize(10)
        .first()
        .isEqualTo("forgetting: 10 %, 1 min 30 s left, loss 0.5");
    assertThat(shown.toString().lines()).last().isEqualTo("forgetting: done in 1 min 40 s");
  }

  @Test
  void quickWorkIsNotWorthALine() {
    try (Progress.Task task = lines().begin("hashing", 3)) {
      task.advance(3);
    }
    assertThat(shown.toString()).isEmpty();
  }

  @Test
  void linesAreSecondsApartHoweverQuickTheTenthsPass() {
    try (Progress.Task task = lines().begin("reading", 10)) {
      for (int i = 0; i < 10; i++) {
        pass(1);
        task.advance(1);
      }
    }
    assertThat(shown.toString().lines())
        .containsExactly(
            "reading: 30 %, 7.0 s left",
            "reading: 60 %, 4.0 s left", "reading: 90 %, 1.0 s left", "reading: done in 10 s");
  }

  @Test
  void theBarShowsTheInnermostTaskAndLeavesOneLineOfTheOutermost() {
    Progress progress = bar();
    try (Progress.Task outer = progress.begin("attacking", 2)) {
      pass(5);
      try (Progress.Task inner = progress.begin("embedding", 4)) {
        pass(5);
        inner.advance(2);
      }
      outer.advance(2);
    }
    assertThat(shown.toString())
        .contains("embedding [████████████············]  50 %  5.0 s left")
        .endsWith("attacking: done in 10 s" + System.lineSeparator());
  }

  @Test
  void whatIsSoonOverDoesNotHideTheTaskAroundIt() {
    for (Progress progress : List.of(bar(), lines())) {
      try (Progress.Task outer = progress.begin("comparing", 10)) {
        for (int i = 0; i < 10; i++) {
          try (Progress.Task inner = progress.begin("embedding", 2)) {
            pass(1);
            inner.advance(1);
            pass(1);
            inner.advance(1);
          }
          outer.advance(1);
        }
      }
    }
    assertThat(shown.toString())
        .doesNotContain("embedding")
        .contains("comparing [████████████············]  50 %  10 s left")
        .contains("comparing: 30 %, 14 s left");
  }

  @Test
  void workThatWasGivenUpIsNotCalledDone() {
    try (Progress.Task task = lines().begin("training", 10)) {
      pass(4);
      task.advance(1);
    }
    assertThat(shown.toString()).contains("training: ended after 4.0 s");
  }

  @Test
  void anInterruptCancelsAtTheNextStep() {
    try (Progress.Task task = lines().begin("training", 10)) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> task.advance(1)).isInstanceOf(CancelledException.class);
    } finally {
      Thread.interrupted();
    }
  }
}
