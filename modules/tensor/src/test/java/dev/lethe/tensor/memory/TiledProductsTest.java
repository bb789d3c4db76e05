package dev.lethe.tensor.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import dev.lethe.tensor.TorchEngine;
import dev.lethe.tensor.statistics.Cosine;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TiledProductsTest {
  private static final int ROWS = 70;
  private static final int OTHERS = 150;
  private static final int D = 33;

  private final NDManager manager = TorchEngine.open(Device.cpu());
  private final NDArray rows = normal(1, ROWS);
  private final NDArray others = normal(2, OTHERS);

  @AfterEach
  void free() {
    manager.close();
  }

  @Test
  void tilesAreTheProductsOfAllRowsWithAllOthers() {
    float[][] products = products(others, 32);
    float[] a = rows.toFloatArray();
    float[] b = others.toFloatArray();
    for (int i = 0; i < ROWS; i++) {
      for (int j = 0; j < OTHERS; j++) {
        double sum = 0;
        for (int k = 0; k < D; k++) {
          sum += (double) a[i * D + k] * b[j * D + k];
        }
        assertThat(products[i][j]).isCloseTo((float) sum, within(2e-5f));
      }
    }
  }

  @Test
  void noTileIsLargerThanAllowed() {
    List<Shape> shapes = new ArrayList<>();
    try (TiledProducts products = new TiledProducts(rows, 32)) {
      products.with(others, (tile, row, other) -> shapes.add(tile.getShape()));
    }
    assertThat(shapes)
        .hasSize(3 * 5)
        .allSatisfy(
            shape -> {
              assertThat(shape.get(0)).isLessThanOrEqualTo(32);
              assertThat(shape.get(1)).isLessThanOrEqualTo(32);
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 31, 33, 149})
  void howManyAreComparedAtATimeChangesNothingButRounding(int chunk) {
    float[][] whole = products(others, 32);
    for (int from = 0; from < OTHERS; from += chunk) {
      int to = Math.min(OTHERS, from + chunk);
      float[][] part = products(others.get(new NDIndex("{}:{}", from, to)), 32);
      for (int i = 0; i < ROWS; i++) {
        for (int j = from; j < to; j++) {
          assertThat(part[i][j - from]).isCloseTo(whole[i][j], within(2e-5f));
        }
      }
    }
  }

  @Test
  void equalRowsAreATieWhereverTheyStandAtTheSizesOfARealModel() {
    int count = 700;
    NDArray pictures = unit(5, 300);
    NDArray names = unit(6, count);
    NDArray twice = names.concat(names);
    float[][] products = new float[300][2 * count];
    try (TiledProducts tiles = new TiledProducts(pictures, 1024)) {
      tiles.with(twice, (tile, row, other) -> copy(tile, products, row, other));
    }
    for (float[] ofPicture : products) {
      for (int j = 0; j < count; j++) {
        assertThat(ofPicture[count + j]).isCloseTo(ofPicture[j], within(Cosine.ROUNDING));
      }
    }
  }

  @Test
  void nothingIsLeftInNativeMemory() {
    int before = manager.getManagedArrays().size();
    try (TiledProducts products = new TiledProducts(rows, 32)) {
      int chunks = manager.getManagedArrays().size() - before;
      products.with(others, (tile, row, other) -> {});
      assertThat(manager.getManagedArrays().size()).isEqualTo(before + chunks);
    }
    assertThat(manager.getManagedArrays().size()).isEqualTo(before);
  }

  private float[][] products(NDArray columns, int side) {
    float[][] all = new float[ROWS][(int) columns.getShape().get(0)];
    try (TiledProducts products = new TiledProducts(rows, side)) {
      products.with(columns, (tile, row, other) -> copy(tile, all, row, other));
    }
    return all;
  }

  private static void copy(NDArray tile, float[][] all, int row, int other) {
    int width = (int) tile.getShape().get(1);
    float[] values = tile.toFloatArray();
    for (int i = 0; i < values.length; i++) {
      all[row + i / width][other + i % width] = values[i];
    }
  }

  /** Returns rows of length 1 as long as a real model's embeddings. */
  private NDArray unit(long seed, int count) {
    Random random = new Random(seed);
    float[] values = new float[count * 512];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    NDArray rows = manager.create(values, new Shape(count, 512));
    return rows.div(rows.norm(new int[] {1}, true));
  }

  private NDArray normal(long seed, int count) {
    Random random = new Random(seed);
    float[] values = new float[count * D];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return manager.create(values, new Shape(count, D));
  }
}
