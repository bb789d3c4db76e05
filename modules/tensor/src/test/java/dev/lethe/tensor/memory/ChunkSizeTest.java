package dev.lethe.tensor.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lethe.api.LetheException;
import dev.lethe.api.settings.ByteSize;
import org.junit.jupiter.api.Test;

class ChunkSizeTest {
  private final ChunkSize text =
      new ChunkSize("this training", ByteSize.parse("1.75GB").bytes(), 1_000_000, 77);

  @Test
  void isAsLargeAsItHelpsWhereMemoryIsPlenty() {
    assertThat(text.units(ByteSize.parse("8GB"), 1024)).isEqualTo(1024);
  }

  @Test
  void isHalvedUntilItFitsSoThatALittleMemoryMoreOrLessChangesNothing() {
    assertThat(text.units(ByteSize.parse("2.1GB"), 1024)).isEqualTo(256);
    assertThat(text.units(ByteSize.parse("2.2GB"), 1024)).isEqualTo(256);
  }

  @Test
  void isNeverSmallerThanOneSample() {
    assertThat(text.units(ByteSize.parse("1.83GB"), 1024)).isEqualTo(77);
    assertThat(text.units(ByteSize.parse("8GB"), 50)).isEqualTo(77);
  }

  @Test
  void saysWhichSettingToChangeWhereNotEvenOneSampleFits() {
    assertThatExceptionOfType(LetheException.class)
        .isThrownBy(() -> text.units(ByteSize.parse("1.8GB"), 1024))
        .withMessageContaining("expected 1.8 GB of memory for this training, found 1.8 GB")
        .withMessageContaining("max-memory");
  }
}
