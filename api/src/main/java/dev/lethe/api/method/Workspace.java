package dev.lethe.api.method;

import dev.lethe.api.settings.ByteSize;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a method may work with.
 *
 * @param folder an existing folder of its own, where it may save what must outlive a process that
 *     is killed, and find it again; null where nothing is kept
 * @param memory the most memory it may take, with the engine and the models that its task names,
 *     and without what else is open meanwhile
 */
public record Workspace(@Nullable Path folder, ByteSize memory) {

  /** Returns a workspace that keeps nothing and has no bound. */
  public static Workspace unbounded() {
    return new Workspace(null, new ByteSize(Long.MAX_VALUE));
  }
}
