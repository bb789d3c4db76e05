package dev.lethe.shell.interactive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.ExternalTerminal;
import org.junit.jupiter.api.Test;

class AbovePromptTest {
  private static final String PROMPT = "lethe> ";

  @Test
  void aLineThatIsWrittenWhileAPersonTypesStandsAboveThePrompt() throws Exception {
    ByteArrayOutputStream screen = new ByteArrayOutputStream();
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    PipedOutputStream keys = new PipedOutputStream();
    try (Terminal terminal =
        new ExternalTerminal(
            "test", "xterm", new PipedInputStream(keys), screen, StandardCharsets.UTF_8)) {
      terminal.setSize(new Size(80, 24));
      LineReader reader = LineReaderBuilder.builder().terminal(terminal).build();
      CountDownLatch waits = new CountDownLatch(1);
      reader
          .getWidgets()
          .put(
              LineReader.CALLBACK_INIT,
              () -> {
                waits.countDown();
                return true;
              });
      PrintStream above = AbovePrompt.of(reader, plain);
      above.print("before: ");
      CompletableFuture<String> typed =
          CompletableFuture.supplyAsync(() -> reader.readLine(PROMPT));
      waits.await();

      above.print("a plugin");
      above.println(" was swapped");
      above.print("half a line");
      keys.write("device\n".getBytes(StandardCharsets.UTF_8));

      assertThat(typed.get()).isEqualTo("device");
      String shown = screen.toString(StandardCharsets.UTF_8);
      assertThat(shown).contains("a plugin was swapped").doesNotContain("half");
      assertThat(shown.substring(shown.indexOf("was swapped"))).contains(PROMPT);
      above.println(", and its end");
    }
    assertThat(plain.toString(StandardCharsets.UTF_8))
        .isEqualTo("before: half a line, and its end" + System.lineSeparator());
  }
}
