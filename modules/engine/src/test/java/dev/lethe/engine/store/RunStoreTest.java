package dev.lethe.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.engine.StoredRun;
import dev.lethe.io.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStoreTest {
  @TempDir private Path out;

  @Test
  void runsAreListedWhileAnotherIsRemovedWhichIsSkipped() throws Exception {
    finished("aaaaaaaa");
    ExecutorService pool = Executors.newFixedThreadPool(1);
    try {
      for (int i = 0; i < 300; i++) {
        Path removed = finished("bbbbbbbb" + i);
        Future<?> remover = pool.submit(() -> Folders.remove(removed));
        assertThat(new RunStore(out).list())
            .extracting(StoredRun::id)
            .contains("text/aaaaaaaa")
            .allMatch(id -> id.startsWith("text/"));
        remover.get();
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(new RunStore(out).list()).extracting(StoredRun::id).containsExactly("text/aaaaaaaa");
  }

  @Test
  void whatIsLeftOfARunWhoseRemovalWasKilledHasNotFinished() throws IOException {
    Path run = finished("cccccccc");
    Files.delete(run.resolve("report.json"));
    assertThat(new RunStore(out).list())
        .singleElement()
        .satisfies(each -> assertThat(each.finished()).isFalse());
  }

  private Path finished(String hash) throws IOException {
    Path run = Files.createDirectories(out.resolve("text").resolve(hash));
    Files.writeString(run.resolve("report.json"), "{}");
    for (int i = 0; i < 5; i++) {
      Files.createDirectories(run.resolve("model/part" + i));
      Files.writeString(run.resolve("model/part" + i + "/weights"), "1");
    }
    return run;
  }
}
