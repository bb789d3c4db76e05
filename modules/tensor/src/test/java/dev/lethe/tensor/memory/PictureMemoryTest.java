package dev.lethe.tensor.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.CancelledException;
import dev.lethe.api.LetheException;
import dev.lethe.api.image.ImageFile;
import dev.lethe.api.image.Picture;
import dev.lethe.api.settings.ByteSize;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PictureMemoryTest {
  private static final int MEGA = 1_000_000;

  private record Large(long memory) implements ImageFile {
    @Override
    public String name() {
      return "large.png";
    }

    @Override
    public Picture read() {
      throw new AssertionError("nobody decodes it here");
    }
  }

  @Test
  @Timeout(60)
  void asManyAreDecodedAtATimeAsFit() throws Exception {
    PictureMemory memory = PictureMemory.within(new ByteSize(10 * MEGA));
    AtomicInteger together = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CyclicBarrier two = new CyclicBarrier(2); // one alone would wait for ever
    ExecutorService threads = Executors.newFixedThreadPool(6);
    List<Future<?>> done = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      done.add(
          threads.submit(
              () ->
                  memory.decode(
                      new Large(4 * MEGA),
                      () -> {
                        most.accumulateAndGet(together.incrementAndGet(), Math::max);
                        await(two);
                        return together.decrementAndGet();
                      })));
    }
    for (Future<?> each : done) {
      each.get();
    }
    threads.shutdownNow();
    assertThat(most).hasValue(2);
  }

  @Test
  void whatDoesNotFitAloneIsRefusedWithWhatItTakesAndWhatHelps() {
    PictureMemory memory = PictureMemory.within(new ByteSize(10 * MEGA));
    assertThatThrownBy(() -> memory.decode(new Large(11 * MEGA), () -> ""))
        .isExactlyInstanceOf(LetheException.class)
        .hasMessage(
            "large.png takes 11.0 MB of memory while it is decoded, and there are 10.0 MB: raise max-memory, or make the picture smaller");
    long heap = Runtime.getRuntime().maxMemory();
    assertThatThrownBy(() -> PictureMemory.ofHeap().decode(new Large(heap), () -> ""))
        .hasMessageEndingWith("LETHE_JAVA_OPTS=-Xmx8g, or make the picture smaller");
  }

  @Test
  void memoryIsFreeAgainWhenTheWorkFails() {
    PictureMemory memory = PictureMemory.within(new ByteSize(10 * MEGA));
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(
              () ->
                  memory.decode(
                      new Large(9 * MEGA),
                      () -> {
                        throw new LetheException("damaged");
                      }))
          .hasMessage("damaged");
    }
    assertThat(memory.<String>decode(new Large(9 * MEGA), () -> "decoded")).isEqualTo("decoded");
  }

  @Test
  void aThreadThatWaitsCanBeInterrupted() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> PictureMemory.ofHeap().decode(new Large(0), () -> ""))
        .isInstanceOf(CancelledException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }
}
