package dev.lethe.api.defense;

import dev.lethe.api.LetheException;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a strategy leaves beside the defended model, such as an adapter in the format of another
 * library. It lies in the folder of the run, never in the model's, which may be given away alone.
 */
@ConsumerType
public interface Artifact {

  /** Returns its name, in kebab case: the name of its folder. */
  String name();

  /** Returns what it is, in one sentence for a reader of the report. */
  String summary();

  /**
   * Writes it, before the defended model is closed.
   *
   * @param folder an existing folder that is empty
   * @throws LetheException if it cannot be written
   */
  void write(Path folder);
}
