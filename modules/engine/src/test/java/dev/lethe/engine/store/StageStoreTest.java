package dev.lethe.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.engine.store.Maker.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StageStoreTest {
  private static final Value OWN = new Value("made here", List.of(2.5));

  private final ExecutorService pool = Executors.newFixedThreadPool(2);
  private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> made = new LinkedBlockingQueue<>();
  @TempDir private Path folder;

  @AfterEach
  void stop() {
    pool.shutdownNow();
  }

  @Test
  void whatAnotherProcessMakesIsWaitedForAndTaken() throws Exception {
    try (Maker other = Maker.begin(folder)) {
      Future<Value> waiting = pool.submit(this::get);
      assertThat(said.poll(1, TimeUnit.MINUTES)).endsWith("stage.json; waiting for it");
      other.finish();
      assertThat(waiting.get(1, TimeUnit.MINUTES)).isEqualTo(new Value(Maker.MADE, List.of(1.5)));
      assertThat(made).isEmpty();
    }
  }

  @Test
  void whatAKilledProcessWasMakingIsMadeByTheNext() throws Exception {
    try (Maker other = Maker.begin(folder)) {
      Future<Value> waiting = pool.submit(this::get);
      assertThat(said.poll(1, TimeUnit.MINUTES)).endsWith("stage.json; waiting for it");
      other.kill();
      assertThat(waiting.get(1, TimeUnit.MINUTES)).isEqualTo(OWN);
      assertThat(made).hasSize(1);
    }
  }

  @Test
  void twoThreadsMakeItOnceAndNoLockStays() throws Exception {
    Future<Value> one = pool.submit(this::get);
    Future<Value> other = pool.submit(this::get);
    assertThat(one.get(1, TimeUnit.MINUTES)).isEqualTo(OWN);
    assertThat(other.get(1, TimeUnit.MINUTES)).isEqualTo(OWN);
    assertThat(made).hasSize(1);
    assertThat(folder.toFile().list()).containsExactly("stage.json");
  }

  @Test
  void whatFailsCanBeTriedAgain() {
    assertThatThrownBy(
            () ->
                store()
                    .getOnce(
                        Maker.STAGE,
                        Value.class,
                        () -> {
                          throw new LetheException("no");
                        }))
        .hasMessage("no");
    assertThat(get()).isEqualTo(OWN);
  }

  private Value get() {
    return store()
        .getOnce(
            Maker.STAGE,
            Value.class,
            () -> {
              made.add("once");
              return OWN;
            });
  }

  private StageStore store() {
    return new StageStore(
        folder,
        new Progress() {
          @Override
          public Task begin(String name, long total) {
            return Progress.silent().begin(name, total);
          }

          @Override
          public void message(String line) {
            said.add(line);
          }
        });
  }
}
