package dev.lethe.engine.redact;

import dev.lethe.engine.StoredRun;
import dev.lethe.io.Folders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What becomes of a run's key when the run is removed. A key that tells who is who may be the only
 * thing that does, for copies of the run and of its report elsewhere, so that it stays unless
 * somebody asks; what an unfinished run keeps in its key is of no use without the run.
 */
public final class KeyRemoval {
  private final StoredRun run;
  private final Optional<Path> key;
  private final boolean goes;

  /**
   * Looks at the key of a run.
   *
   * @param asked whether a key that tells who is who shall go too
   */
  public KeyRemoval(KeyStore keys, StoredRun run, boolean asked) {
    this.run = run;
    key = keys.find(run.directory()).filter(Files::isDirectory);
    goes = key.filter(folder -> asked || !tells(folder)).isPresent();
  }

  /** Returns what becomes of the key, in a sentence; empty where that concerns nobody. */
  public Optional<String> consequence() {
    return key.filter(KeyRemoval::tells)
        .map(
            folder ->
                goes || folder.startsWith(run.directory())
                    ? "its key goes too (%s): nobody can tell any more who is who in copies of its report, nor verify the checkpoint of a copy"
                        .formatted(folder)
                    : "its key stays (%s), with the names: copies of the run are verified with it; --with-key removes it too"
                        .formatted(folder));
  }

  /** Removes the key, if it goes. */
  public void remove() {
    if (goes) {
      key.ifPresent(Folders::remove);
    }
  }

  private static boolean tells(Path folder) {
    RedactionKey key = new RedactionKey(folder);
    return key.tells() || key.pseudonyms().isPresent();
  }
}
