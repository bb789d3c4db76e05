package dev.lethe.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import dev.lethe.io.Visible;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VisibleMessageTest {
  private static final Path SHIPPED = Path.of("../assembly/src/main/dist/conf/logback.xml");

  @Test
  void aLineOfTheLogShowsWhatATerminalWouldObeyAndStaysOneLine() throws JoranException {
    PrintStream before = System.err;
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      LoggerContext log = new LoggerContext();
      log.setMDCAdapter(new LogbackMDCAdapter());
      JoranConfigurator configurator = new JoranConfigurator();
      configurator.setContext(log);
      configurator.doConfigure(SHIPPED.toFile());
      log.getLogger("dev.lethe.data")
          .warn("people: {} is no picture", "Zoë\u001b[2J\nlethe: all is well\u202e\r.jpg");
    } finally {
      System.setErr(before);
    }
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "lethe: people: Zoë\\u001b[2J\\u000alethe: all is well\\u202e\\u000d.jpg is no picture"
                + System.lineSeparator());
  }

  @Test
  void theLogHidesWhatIsHiddenEverywhereExceptTabulators() {
    String all =
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
            .filter(c -> c != '\t')
            .mapToObj(Character::toString)
            .collect(Collectors.joining(" "));
    LoggingEvent event = new LoggingEvent();
    event.setMessage(all);
    assertThat(new VisibleMessage().convert(event).equals(Visible.of(all))).isTrue();
  }
}
