package dev.lethe.suite.file;

import dev.lethe.api.settings.Setting;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers from one to another, in equal steps or each a multiple of the one before. */
public record Range(
    @Setting("The first.") String from,
    @Setting("The last, if the steps meet it.") String to,
    @Setting("What is added each time.") @Nullable String step,
    @Setting("What each is multiplied by.") @Nullable String times) {
  private static final int MOST = 1000;

  /** Checks that it ends. */
  public Range {
    number("from", from);
    number("to", to);
    if (step != null && times != null) {
      throw new IllegalArgumentException("step must not stand beside times: choose one of them");
    }
    if (step != null && number("step", step).signum() <= 0) {
      throw new IllegalArgumentException("step must be more than 0 (got %s)".formatted(step));
    }
    if (times != null
        && (number("times", times).compareTo(BigDecimal.ONE) <= 0
            || number("from", from).signum() <= 0)) {
      throw new IllegalArgumentException(
          "times must be more than 1, and from more than 0 (got %s from %s)"
              .formatted(times, from));
    }
  }

  static boolean isOne(Map<?, ?> block) {
    return block.containsKey("from") && block.containsKey("to");
  }

  /** Returns the numbers, as texts without needless digits. */
  List<Object> numbers() {
    List<Object> numbers = new ArrayList<>();
    BigDecimal last = new BigDecimal(to);
    BigDecimal next = new BigDecimal(from);
    while (next.compareTo(last) <= 0) {
      if (numbers.size() == MOST) {
        throw new IllegalArgumentException("to is more than %d steps away".formatted(MOST));
      }
      numbers.add(next.stripTrailingZeros().toPlainString());
      next =
          times == null
              ? next.add(step == null ? BigDecimal.ONE : new BigDecimal(step))
              : next.multiply(new BigDecimal(times));
    }
    return numbers;
  }

  private static BigDecimal number(String key, String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("%s must be a number (got '%s')".formatted(key, text), e);
    }
  }
}
