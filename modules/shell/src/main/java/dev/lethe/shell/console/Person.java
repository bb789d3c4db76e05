package dev.lethe.shell.console;

import dev.lethe.api.CancelledException;
import dev.lethe.api.LetheException;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody at a terminal who can be asked. */
@FunctionalInterface
public interface Person {

  /**
   * Asks.
   *
   * @return the line that was typed, or null where the input ended or was given up
   */
  @Nullable String answer(String question) throws IOException, InterruptedException;

  /**
   * Asks whether something is to be done that cannot be undone; whoever says nothing means no.
   *
   * @throws CancelledException if the thread was interrupted
   */
  default boolean agrees(String question) {
    try {
      String answer = answer(question + " [y/N] ");
      return answer != null && Set.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    } catch (IOException e) {
      throw new LetheException("cannot read the answer: " + e.getMessage(), e);
    }
  }
}
