package dev.lethe.tensor.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SymbolTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "torch.float32",
        "torch.bfloat16",
        "torch.float8_e4m3fn",
        "torch.quint4x2",
        "torch.uint16",
        "torch.complex64",
        "torch.per_channel_affine",
        "torch.channels_last_3d"
      })
  void theTypesOfValuesAreKnown(String name) {
    assertThat(Symbol.named(name)).isInstanceOf(Symbol.ValueType.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"torch.float", "torch.float32.x", "torch.int", "torch.load"})
  void whatOnlyLooksLikeOneIsRefused(String name) {
    assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> Symbol.named(name));
  }

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aNameAsLongAsAFileIsRefusedWithoutTryingManyWays() {
    for (String type : new String[] {"float", "bfloat", "quint", "dtypes."}) {
      String name = "torch." + type + "1".repeat(1 << 20) + "!";
      assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> Symbol.named(name));
    }
  }
}
