package dev.lethe.shell.interactive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShieldedStreamTest {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final WritableByteChannel channel = Channels.newChannel(written);
  private final PrintStream stream =
      ShieldedStream.of(new PrintStream(Channels.newOutputStream(channel), true));

  @AfterEach
  void noLongerInterrupted() {
    Thread.interrupted();
  }

  @Test
  void anInterruptedThreadWritesAndStaysInterrupted() {
    Thread.currentThread().interrupt();
    stream.println("stopped on request");
    assertThat(Thread.interrupted()).isTrue();
    stream.println("and on it goes");
    assertThat(written.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("stopped on request", "and on it goes");
  }

  @Test
  void whoeverClosesItLeavesItsTargetOpen() {
    stream.close();
    assertThat(channel.isOpen()).isTrue();
  }
}
