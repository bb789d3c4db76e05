package dev.lethe.api.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSizeTest {

  @ParameterizedTest
  @CsvSource({
    "4GB, 4000000000",
    "1.5 GiB, 1610612736",
    "800mb, 800000000",
    "12 kB, 12000",
    "7B, 7",
    "2TB, 2000000000000"
  })
  void understandsWhatPeopleWrite(String written, long bytes) {
    assertThat(ByteSize.parse(written).bytes()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"4", "GB", "-4GB", "4 giga", "1e3GB", "", "999999999999TB"})
  void refusesWhatIsNoSize(String written) {
    assertThatIllegalArgumentException().isThrownBy(() -> ByteSize.parse(written));
  }

  @Test
  void isShownInMegabytesOrGigabytes() {
    assertThat(new ByteSize(1_250_000)).hasToString("1.3 MB");
    assertThat(new ByteSize(4_000_000_000L)).hasToString("4.0 GB");
  }
}
