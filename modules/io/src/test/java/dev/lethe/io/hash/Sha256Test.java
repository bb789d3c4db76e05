package dev.lethe.io.hash;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import org.junit.jupiter.api.Test;

class Sha256Test {
  /** The example of FIPS 180-4. */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void theHashIsThatOfTheStandard() {
    assertThat(Sha256.of("abc".getBytes(US_ASCII))).isEqualTo(ABC);
  }

  @Test
  void contentThatComesInPartsHasTheSameHash() {
    MessageDigest digest = Sha256.start();
    digest.update((byte) 'a');
    digest.update("bc".getBytes(US_ASCII));
    assertThat(Sha256.end(digest)).isEqualTo(ABC);
  }
}
