package dev.lethe.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lethe.api.CancelledException;
import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessLockTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("locks").resolve("run");
  }

  @Test
  void aSecondContenderOfTheSameProcessDoesNotLetAThirdProcessIn() throws IOException {
    try (LockHolder first = LockHolder.start(file);
        LockHolder third = LockHolder.start(file)) {
      assertThat(first.ask("take")).isEqualTo("got it");
      assertThat(first.ask("try")).isEqualTo("taken");
      assertThat(third.ask("try")).isEqualTo("taken");
    }
  }

  @Test
  void anotherNameOfTheFileDoesNotLetAThirdProcessIn() throws IOException {
    ProcessLock lock = ProcessLock.tryTake(file).orElseThrow();
    Path link = Files.createLink(folder.resolve("second-name"), file);
    Path way = Files.createSymbolicLink(folder.resolve("way"), file.getParent());
    assertThat(ProcessLock.tryTake(link)).isEmpty();
    assertThat(ProcessLock.tryTake(way.resolve("run"))).isEmpty();
    try (LockHolder third = LockHolder.start(file)) {
      assertThat(third.ask("try")).isEqualTo("taken");
    }
    lock.close();
  }

  @Test
  void whatAProcessHeldIsFreeOnceItIsKilled() throws IOException, InterruptedException {
    try (LockHolder first = LockHolder.start(file)) {
      assertThat(first.ask("take")).isEqualTo("got it");
      assertThat(ProcessLock.tryTake(file)).isEmpty();
      first.kill();
      Optional<ProcessLock> lock = ProcessLock.tryTake(file);
      assertThat(lock).isPresent();
      lock.get().close();
    }
  }

  @Test
  void aHolderOfWhomThisMachineKnowsNoProcessIsNotTakenForDead()
      throws IOException, InterruptedException {
    assumeTrue(LockHolder.canStartElsewhere(), "needs processes that are numbered anew: unshare");
    try (LockHolder other = LockHolder.startElsewhere(file)) {
      assertThat(other.ask("take")).isEqualTo("got it");
      assertThat(ProcessLock.tryTake(file)).isEmpty();
    }
  }

  @Test
  void whatIsGivenBackCanBeTakenAgainByAnyProcess() throws IOException {
    ProcessLock.tryTake(file).orElseThrow().close();
    ProcessLock.tryTake(file).orElseThrow().close();
    try (LockHolder other = LockHolder.start(file)) {
      assertThat(other.ask("take")).isEqualTo("got it");
    }
  }

  @Test
  void whoWaitsGetsTheLockWhenItsHolderGivesItBack() throws InterruptedException {
    ProcessLock held = ProcessLock.tryTake(file).orElseThrow();
    BlockingQueue<String> said = new LinkedBlockingQueue<>();
    BlockingQueue<ProcessLock> got = new LinkedBlockingQueue<>();
    Thread waiter = new Thread(() -> got.add(ProcessLock.take(file, "waiting", telling(said))));
    waiter.start();
    assertThat(said.poll(1, TimeUnit.MINUTES)).isEqualTo("waiting");
    assertThat(got).isEmpty();
    held.close();
    ProcessLock taken = got.poll(1, TimeUnit.MINUTES);
    assertThat(taken).isNotNull();
    taken.close();
    waiter.join();
  }

  @Test
  void whoWaitsCanBeStopped() {
    ProcessLock held = ProcessLock.tryTake(file).orElseThrow();
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> ProcessLock.take(file, "waiting", Progress.silent()))
        .isInstanceOf(CancelledException.class);
    assertThat(Thread.interrupted()).isTrue();
    held.close();
  }

  @Test
  void aLinkInTheLocksPlaceIsRefusedAndWhatItLeadsToIsLeftAlone() throws IOException {
    Path precious = Files.write(folder.resolve("precious"), new byte[] {1});
    Path link = Files.createSymbolicLink(folder.resolve("link"), precious);
    assertThatThrownBy(() -> ProcessLock.tryTake(link))
        .isInstanceOf(LetheException.class)
        .hasMessageStartingWith("cannot lock " + link + ": ");
    assertThat(precious).hasBinaryContent(new byte[] {1});
  }

  @Test
  void whatWasLockedIsReadAndWrittenThroughTheLock() throws IOException {
    ProcessLock lock = ProcessLock.tryTake(file).orElseThrow();
    lock.channel().write(ByteBuffer.wrap(new byte[] {5}));
    lock.close();
    assertThat(file).hasBinaryContent(new byte[] {5});
  }

  private static Progress telling(BlockingQueue<String> said) {
    return new Progress() {
      @Override
      public Task begin(String name, long total) {
        return Progress.silent().begin(name, total);
      }

      @Override
      public void message(String line) {
        said.add(line);
      }
    };
  }
}
