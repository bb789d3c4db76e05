package dev.lethe.experiment.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Results of stages, each a file: a stage whose file is there need not be done again.
 *
 * @param folder of the files
 * @param outgoing what is done to a result before it is written
 * @param incoming what undoes that
 */
public record StageStore(
    Path folder, UnaryOperator<JsonNode> outgoing, UnaryOperator<JsonNode> incoming) {

  /** Creates a store that writes results as they are. */
  public static StageStore plain(Path folder) {
    return new StageStore(folder, UnaryOperator.identity(), UnaryOperator.identity());
  }

  /** Returns the result of a stage, from its file or by doing the work. */
  public <T> T get(String stage, Class<T> type, Supplier<T> work) {
    Path file = folder.resolve(stage + ".json");
    if (Files.isRegularFile(file)) {
      return Json.value(incoming.apply(Json.read(file)), type, file);
    }
    T result = work.get();
    AtomicFile.write(file, Json.pretty(outgoing.apply(Json.tree(result))));
    return result;
  }
}
