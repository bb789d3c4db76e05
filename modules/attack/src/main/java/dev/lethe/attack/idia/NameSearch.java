package dev.lethe.attack.idia;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import dev.lethe.api.Progress;
import dev.lethe.api.model.TextEncoder;
import dev.lethe.tensor.memory.TiledProducts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Asks a text tower for names, so many at a time. Those that are asked for together share a prompt,
 * whose beginning is computed once for all of them.
 *
 * @param text the tower
 * @param names each another text to the tower
 * @param chunk how many are asked for at a time
 */
record NameSearch(TextEncoder text, List<String> names, int chunk) {

  /**
   * Finds the nearest name in one prompt, among the names of each draw. A name is embedded once.
   *
   * @param parent the parent of the memory this needs meanwhile
   * @param pictures of length 1
   * @param count the number of pictures
   * @param work is told how many names were asked for
   * @return for each draw and each picture the number of a name, or {@link NearestNames#NONE}
   */
  List<int[]> ask(
      NDManager parent,
      TiledProducts pictures,
      int count,
      String prompt,
      List<Draw> draws,
      Progress.Task work) {
    List<NearestNames> nearest =
        draws.stream().map(draw -> new NearestNames(pictures, count)).toList();
    for (int from = 0; from < names.size(); from += chunk) {
      int to = Math.min(names.size(), from + chunk);
      List<String> some =
          names.subList(from, to).stream().map(name -> Prompts.fill(prompt, name)).toList();
      try (NDManager step = parent.newSubManager()) {
        NDArray embedded = text.encode(step, some, Progress.silent());
        for (int i = 0; i < draws.size(); i++) {
          show(nearest.get(i), step, embedded, draws.get(i).namesWithin(from, to));
        }
      }
      work.advance(some.size());
    }
    List<int[]> found = new ArrayList<>();
    for (int i = 0; i < draws.size(); i++) {
      found.add(numbered(nearest.get(i).indices(), draws.get(i)));
    }
    return found;
  }

  private static void show(NearestNames nearest, NDManager step, NDArray embedded, long... drawn) {
    if (drawn.length == embedded.getShape().get(0)) {
      nearest.see(step, embedded);
    } else if (drawn.length > 0) {
      try (NDArray places = step.create(drawn);
          NDArray some = embedded.get(new NDIndex("{}", places))) {
        nearest.see(step, some);
      }
    }
  }

  private static int[] numbered(int[] places, Draw draw) {
    return Arrays.stream(places)
        .map(place -> place == NearestNames.NONE ? NearestNames.NONE : draw.names()[place])
        .toArray();
  }
}
