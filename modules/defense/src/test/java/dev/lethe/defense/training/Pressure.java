package dev.lethe.defense.training;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Frees every buffer that nothing holds and writes wrong numbers there, again and again. */
public final class Pressure {
  private Pressure() {}

  public static void until(AtomicBoolean done) {
    while (!done.get()) {
      System.gc();
      List<ByteBuffer> taken = new ArrayList<>();
      for (int floats = 1; floats <= 1024; floats *= 2) {
        for (int i = 0; i < 500; i++) {
          ByteBuffer buffer = ByteBuffer.allocateDirect(4 * floats).order(ByteOrder.nativeOrder());
          while (buffer.hasRemaining()) {
            buffer.putFloat(1e6f);
          }
          taken.add(buffer);
        }
      }
    }
  }
}
