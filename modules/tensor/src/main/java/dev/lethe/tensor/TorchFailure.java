package dev.lethe.tensor;

import ai.djl.engine.EngineException;
import dev.lethe.api.LetheException;
import dev.lethe.api.settings.ByteSize;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in one line why PyTorch failed. */
public final class TorchFailure {
  private static final Pattern NO_MEMORY =
      Pattern.compile("not enough memory|can't allocate memory|out of memory|bad_alloc");
  private static final Pattern WANTED =
      Pattern.compile("[Tt]ried to allocate (\\d+(?:\\.\\d+)?) ?(bytes|[KMGT]iB)");

  private TorchFailure() {}

  /** Explains a failure. */
  public static LetheException explain(EngineException failure) {
    String message = String.valueOf(failure.getMessage());
    if (!NO_MEMORY.matcher(message).find()) {
      return new LetheException("PyTorch failed: " + firstLine(message), failure);
    }
    return new LetheException(
        "memory ran out%s: lower max-memory, so that batches are worked through in smaller chunks, or free some"
            .formatted(wanted(message)),
        failure);
  }

  private static String wanted(String message) {
    Matcher wanted = WANTED.matcher(message);
    if (!wanted.find()) {
      return "";
    }
    String unit = wanted.group(2).equals("bytes") ? "B" : wanted.group(2);
    return " as PyTorch wanted %s more".formatted(ByteSize.parse(wanted.group(1) + unit));
  }

  private static String firstLine(String message) {
    return message.lines().filter(line -> !line.isBlank()).findFirst().orElse("no reason given");
  }
}
