package dev.lethe.attack.idia;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.Progress;
import dev.lethe.api.model.TextEncoder;
import dev.lethe.tensor.memory.TiledProducts;
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
   * Finds the nearest name in one prompt.
   *
   * @param parent the parent of the memory this needs meanwhile
   * @param pictures of length 1
   * @param count the number of pictures
   * @param work is told how many names were asked for
   * @return for each picture the number of a name, or {@link NearestNames#NONE}
   */
  int[] ask(
      NDManager parent, TiledProducts pictures, int count, String prompt, Progress.Task work) {
    NearestNames nearest = new NearestNames(pictures, count);
    for (int from = 0; from < names.size(); from += chunk) {
      List<String> some =
          names.subList(from, Math.min(names.size(), from + chunk)).stream()
              .map(name -> Prompts.fill(prompt, name))
              .toList();
      try (NDManager step = parent.newSubManager()) {
        nearest.see(step, text.encode(step, some, Progress.silent()));
      }
      work.advance(some.size());
    }
    return nearest.indices();
  }
}
