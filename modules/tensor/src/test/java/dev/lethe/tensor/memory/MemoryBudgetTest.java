package dev.lethe.tensor.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lethe.api.LetheException;
import dev.lethe.api.settings.ByteSize;
import org.junit.jupiter.api.Test;

class MemoryBudgetTest {
  private static final long MODELS = 1_000_000;

  @Test
  void activationsGetHalfOfWhatTheModelsLeave() {
    assertThat(leaving(600).activations()).isEqualTo(new ByteSize(300));
  }

  @Test
  void theOtherHalfHoldsWhatIsMadeOfEmbeddings() {
    assertThat(leaving(600).units("it", 20, 35, 64)).isEqualTo(8);
    assertThat(leaving(600).units("it", 20, 36, 64)).isEqualTo(4);
    assertThat(leaving(60_000).units("it", 20, 36, 64)).isEqualTo(64);
  }

  @Test
  void whatDoesNotHoldOneUnitIsRefusedWithTheWholeThatIsNeeded() {
    assertThatExceptionOfType(LetheException.class)
        .isThrownBy(() -> leaving(1_000_000).units("asking for one name", 0, 800_000, 64))
        .withMessage(
            "expected 736.3 MB of memory for asking for one name, found 736.0 MB: raise max-memory or use a machine or device with more");
  }

  @Test
  void modelsThatDoNotFitAreRefused() {
    assertThatExceptionOfType(LetheException.class)
        .isThrownBy(() -> leaving(-400_000).activations())
        .withMessageStartingWith(
            "expected 735.0 MB of memory for the engine and the models alone, found 734.6 MB: raise");
  }

  private static MemoryBudget leaving(long bytes) {
    return new MemoryBudget(new ByteSize(MemoryBudget.ENGINE + MODELS + bytes), MODELS);
  }
}
