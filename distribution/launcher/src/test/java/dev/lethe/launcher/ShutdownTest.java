package dev.lethe.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ShutdownTest {
  private final Shutdown shutdown = new Shutdown();

  @Test
  void aCommandThatLosesAnInterruptionIsInterruptedAgain() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    Thread command =
        new Thread(
            () -> {
              assertThat(shutdown.allows(Thread.currentThread())).isTrue();
              begun.countDown();
              for (int lost = 0; lost < 3; lost++) {
                try {
                  never.await();
                } catch (InterruptedException e) {
                  continue; // as some libraries do
                }
              }
              shutdown.commandEnded();
            });
    command.start();
    begun.await();
    shutdown.start();
    command.join();
    shutdown.join();
  }

  @Test
  void aCommandDoesNotBeginOnceTheProcessEnds() throws Exception {
    List<String> closed = new ArrayList<>();
    shutdown.closes(() -> closed.add("storage"));
    shutdown.closes(() -> closed.add("framework"));
    shutdown.commandEnded();
    shutdown.start();
    shutdown.join();
    assertThat(shutdown.allows(Thread.currentThread())).isFalse();
    assertThat(closed).containsExactly("framework", "storage");
  }
}
