package dev.lethe.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.api.LetheException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleException;

class ReasonTest {
  @Test
  void aFailureOfOursSpeaksForItselfAndAStrangersNamesItsClass() {
    assertThat(Reason.of(new PluginException("no plugin"))).isEqualTo("no plugin");
    assertThat(Reason.of(new LetheException("no model"))).isEqualTo("no model");
    assertThat(Reason.of(new IOException("gone"))).isEqualTo("java.io.IOException: gone");
    assertThat(Reason.of(new StackOverflowError())).isEqualTo("java.lang.StackOverflowError");
  }

  @Test
  void whatAFrameworkWrapsIsTakenOut() {
    Throwable wrapped =
        new BundleException(
            "activator error", new ExceptionInInitializerError(new IOException("gone")));
    assertThat(Reason.of(wrapped)).isEqualTo("java.io.IOException: gone");
  }

  @Test
  void aFailureThatFailsWhenItIsAskedIsNamedByItsClass() {
    assertThat(Reason.of(new Hostile())).isEqualTo(Hostile.class.getName());
  }

  @Test
  void aReasonIsOneShortLineThatSteersNoTerminal() {
    assertThat(Reason.of(new PluginException("one \n two\u001b[2J")))
        .isEqualTo("one two\\u001b[2J");
    assertThat(Reason.oneLine("x".repeat(501))).isEqualTo("x".repeat(500) + "...");
  }

  private static final class Hostile extends RuntimeException {
    private static final long serialVersionUID = 1;

    @Override
    public String getMessage() {
      throw new IllegalStateException("ask me not");
    }
  }
}
