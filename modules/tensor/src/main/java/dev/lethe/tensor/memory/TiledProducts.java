package dev.lethe.tensor.memory;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import java.util.ArrayList;
import java.util.List;

/**
 * The dot products of many rows with many others, tile by tile, so that neither side bounds the
 * memory. How a product rounds depends on the shape of its tile and on the processor.
 */
public final class TiledProducts implements AutoCloseable {
  private final NDManager manager;
  private final int side;
  private final List<NDArray> chunks = new ArrayList<>();

  /**
   * Cuts rows up.
   *
   * @param rows [n, d]; must stay open and as they are
   * @param side the most rows and the most columns of a tile, as {@link DeviceBatchLimits#rows}
   *     gives them
   */
  public TiledProducts(NDArray rows, int side) {
    manager = rows.getManager().newSubManager();
    this.side = side;
    long count = rows.getShape().get(0);
    for (long from = 0; from < count; from += side) {
      NDArray chunk = rows.get(new NDIndex("{}:{}", from, Math.min(count, from + side)));
      chunk.attach(manager);
      chunks.add(chunk);
    }
  }

  /**
   * Returns the bytes that are taken while {@code rows} rows of {@code d} values are multiplied.
   */
  public static long bytes(int rows, int d, int side) {
    return 2L * Float.BYTES * side * (Math.min(rows, side) + d);
  }

  /**
   * Multiplies.
   *
   * @param others [m, d]
   * @param visitor is shown every tile; those of the first other rows come first
   */
  public void with(NDArray others, Visitor visitor) {
    int count = Math.toIntExact(others.getShape().get(0));
    for (int from = 0; from < count; from += side) {
      int width = Math.min(side, count - from);
      try (NDManager step = manager.newSubManager()) {
        NDArray taken = others.get(new NDIndex("{}:{}", from, from + width));
        taken.attach(step);
        NDArray columns = taken.transpose();
        columns.attach(step);
        int row = 0;
        for (NDArray chunk : chunks) {
          try (NDManager tile = step.newSubManager()) {
            NDArray products = chunk.matMul(columns);
            products.attach(tile);
            visitor.visit(products, row, from);
          }
          row += (int) chunk.getShape().get(0);
        }
      }
    }
  }

  @Override
  public void close() {
    manager.close();
  }

  /** Sees tiles. */
  @FunctionalInterface
  public interface Visitor {

    /**
     * Sees one.
     *
     * @param products [rows, others], closed afterwards with all that was made of them
     * @param row the first row's number
     * @param other the first other row's number
     */
    void visit(NDArray products, int row, int other);
  }
}
