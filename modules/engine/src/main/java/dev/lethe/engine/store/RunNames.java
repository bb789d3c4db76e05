package dev.lethe.engine.store;

import dev.lethe.api.NotFoundException;
import dev.lethe.api.UsageException;
import dev.lethe.engine.StoredRun;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What people call a run: its id, {@code name/hash}; at least four characters of the beginning of
 * that, or of the hash alone, where it is the only one; or its folder.
 */
public final class RunNames {
  private static final int SHORTEST = 4;
  private static final int SHOWN = 6;

  private final Path out;
  private final RunStore store;

  /** Creates the names of the runs in a folder. */
  public RunNames(Path out) {
    this.out = out;
    store = new RunStore(out);
  }

  /**
   * Finds a run.
   *
   * @throws NotFoundException if there is none of that name
   * @throws UsageException if several are called so, or the name is too short
   */
  public StoredRun find(String given) {
    if (given.isBlank()) {
      throw tooShort(given);
    }
    List<RunLayout> runs = store.layouts();
    for (RunLayout run : runs) {
      if (run.id().equals(given)) {
        return describe(run);
      }
    }
    Path folder = folder(given);
    if (Files.exists(folder.resolve(RunLayout.REPORT))
        || Files.exists(folder.resolve(RunLayout.MANIFEST))
        || RunLayout.of(folder).isPresent()) {
      return RunStore.describe(
          RunLayout.of(folder).map(RunLayout::id).orElse(folder.toString()), folder);
    }
    return beginning(given, runs);
  }

  private StoredRun beginning(String given, List<RunLayout> runs) {
    String beginning =
        given.startsWith(out + "/") ? given.substring(out.toString().length() + 1) : given;
    if (beginning.length() < SHORTEST) {
      throw tooShort(given);
    }
    List<RunLayout> matching =
        runs.stream()
            .filter(run -> run.id().startsWith(beginning) || run.hash().startsWith(beginning))
            .toList();
    if (matching.size() == 1) {
      return describe(matching.get(0));
    }
    if (matching.isEmpty()) {
      throw Files.isDirectory(folder(given))
          ? new NotFoundException("there is no run in the folder " + given)
          : new NotFoundException(
              "no run in %s is called '%s'; 'lethe runs list' shows them all"
                  .formatted(out, given));
    }
    throw new UsageException(
        "'%s' is the beginning of %d runs in %s: %s%s; give more of the one you mean"
            .formatted(
                given,
                matching.size(),
                out,
                matching.stream().limit(SHOWN).map(RunLayout::id).collect(Collectors.joining(", ")),
                matching.size() > SHOWN ? " ..." : ""));
  }

  private static StoredRun describe(RunLayout run) {
    return RunStore.describe(run.id(), run.directory());
  }

  private static Path folder(String given) {
    try {
      return Path.of(given);
    } catch (InvalidPathException e) {
      throw new UsageException("'%s' cannot be the name of a run".formatted(given), e);
    }
  }

  private static UsageException tooShort(String given) {
    return new UsageException(
        "'%s' is too short to name a run: give its id, at least %d characters of the beginning, or its folder"
            .formatted(given, SHORTEST));
  }
}
