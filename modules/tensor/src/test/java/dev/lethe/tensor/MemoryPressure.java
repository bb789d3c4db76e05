package dev.lethe.tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets the collector free every buffer that nothing holds, and writes a wrong number wherever one
 * was.
 */
final class MemoryPressure {
  private static final float WRONG = 1e6f;

  private MemoryPressure() {}

  static void apply() {
    System.gc();
    try {
      Thread.sleep(20); // buffers are freed by another thread, soon after the collection
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    List<ByteBuffer> taken = new ArrayList<>();
    for (int floats = 1; floats <= 32; floats *= 2) {
      for (int i = 0; i < 5000; i++) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(4 * floats).order(ByteOrder.nativeOrder());
        while (buffer.hasRemaining()) {
          buffer.putFloat(WRONG);
        }
        taken.add(buffer);
      }
    }
  }
}
