package dev.lethe.api.defense;

import dev.lethe.api.Progress;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a strategy is asked to do.
 *
 * @param requests whom to forget, at least one
 * @param captions what the model shall keep: ordinary captions, without those that are held out for
 *     evaluations
 * @param checkpoint a file where training may save its state and find it again after it was killed,
 *     or null where nothing is kept
 * @param progress where to say how far it is
 */
public record DefenseTask(
    List<ForgetRequest> requests,
    List<String> captions,
    @Nullable Path checkpoint,
    Progress progress) {

  /** Copies the lists. */
  public DefenseTask {
    requests = List.copyOf(requests);
    captions = List.copyOf(captions);
    if (requests.isEmpty()) {
      throw new IllegalArgumentException("nobody to forget");
    }
  }
}
