package dev.lethe.benchmark;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The matrix products of a transformer's forward pass and nothing else, in one large batch of
 * {@code tokens}: what the machine can give at most.
 */
final class MatrixProducts implements Job {
  private static final int LAYERS = 12;
  private static final int WIDTH = 512;
  private static final int MLP = 2048;

  @Override
  public Map<String, Object> run(Arguments arguments, Lethe lethe, Turns turns) {
    int tokens = arguments.number("tokens");
    NDManager manager = lethe.manager();
    List<NDArray[]> layer = new ArrayList<>();
    for (int[] size :
        new int[][] {{WIDTH, 3 * WIDTH}, {WIDTH, WIDTH}, {WIDTH, MLP}, {MLP, WIDTH}}) {
      DataType type = lethe.productType();
      NDArray states = manager.randomNormal(new Shape(tokens, size[0])).toType(type, false);
      NDArray weights = manager.randomNormal(new Shape(size[0], size[1])).toType(type, false);
      layer.add(new NDArray[] {states, weights});
    }
    turns.take(arguments.number("rounds"), turn -> multiply(lethe, layer));
    return Map.of("flop", 2L * tokens * LAYERS * WIDTH * (4 * WIDTH + 2 * MLP));
  }

  private static Map<String, Object> multiply(Lethe lethe, List<NDArray[]> layer) {
    for (int i = 0; i < LAYERS; i++) {
      for (NDArray[] factors : layer) {
        factors[0].matMul(factors[1]).close();
      }
    }
    lethe.settle();
    return Map.of();
  }
}
