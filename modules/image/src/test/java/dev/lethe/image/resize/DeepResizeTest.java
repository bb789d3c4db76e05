package dev.lethe.image.resize;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeepResizeTest {

  @Test
  void whatOvershootsIsLimitedAsPillowDoes() {
    ByteBuffer step = ByteBuffer.allocate(32);
    IntStream.range(0, 16).forEach(i -> step.putShort((short) (i < 8 ? 0 : 0xffff)));
    byte[] resized =
        new DeepResize(new Side(16, 64, 0, 64), new Side(1, 1, 0, 1)).resize(step.array());
    assertThat(IntStream.range(28, 38).map(i -> ByteBuffer.wrap(resized).getChar(2 * i)))
        .containsExactly(0, 0, 5504, 22656, 42879, 60031, 65535, 65535, 65535, 65535);
  }
}
