package dev.lethe.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.CancelledException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ForeignCodeTest {
  @Test
  void whatTheCodeReturnsIsReturnedFromAThreadOfItsOwn() throws PluginException {
    Thread thread = ForeignCode.call("start", Thread::currentThread, () -> {});
    assertThat(thread).isNotSameAs(Thread.currentThread());
    assertThat(thread.isDaemon()).isTrue();
  }

  @Test
  void whateverTheCodeThrowsIsOneReason() {
    assertThatThrownBy(
            () ->
                ForeignCode.call(
                    "start",
                    () -> {
                      throw new LinkageError("no such class");
                    },
                    () -> {}))
        .isInstanceOf(PluginException.class)
        .hasMessage("java.lang.LinkageError: no such class");
  }

  @Test
  void whoIsInterruptedWaitsNoLongerAndWhatComesLateIsUndone() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    CountDownLatch undone = new CountDownLatch(1);
    AtomicBoolean cancelled = new AtomicBoolean();
    Thread caller =
        new Thread(
            () -> {
              try {
                ForeignCode.call("start", () -> stubborn(begun, mayEnd), undone::countDown);
              } catch (CancelledException e) {
                cancelled.set(Thread.currentThread().isInterrupted());
              } catch (PluginException e) {
                throw new IllegalStateException(e);
              }
            });
    caller.start();
    begun.await();
    caller.interrupt();
    caller.join();
    assertThat(cancelled).isTrue();
    mayEnd.countDown();
    undone.await();
    assertThat(undone.getCount()).isZero();
  }

  /** Does not end when it is interrupted. */
  private static boolean stubborn(CountDownLatch begun, CountDownLatch mayEnd) {
    begun.countDown();
    while (true) {
      try {
        mayEnd.await();
        return true;
      } catch (InterruptedException e) {
        continue;
      }
    }
  }
}
