package dev.lethe.engine.model;

import dev.lethe.api.Progress;
import dev.lethe.engine.store.FileHashes;
import dev.lethe.io.Folders;
import dev.lethe.io.IoFailure;
import dev.lethe.io.hash.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells checkpoints apart by all that is read of them. */
public final class ModelFinder {
  private final FileHashes hashes;

  /** Creates one. */
  public ModelFinder(FileHashes hashes) {
    this.hashes = hashes;
  }

  /** Returns a checkpoint with a hash of all that is read of it. */
  public PlannedModel find(ModelFormat format, Progress progress) {
    Fingerprint fingerprint = new Fingerprint().add(format.options().toString());
    long bytes = 0;
    for (Path part : format.info().files()) {
      for (Path file : Folders.files(part)) {
        fingerprint.add(part.relativize(file).toString()).add(hashes.of(file, progress));
        bytes += size(file);
      }
    }
    return new PlannedModel(format, fingerprint.hex(), bytes);
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw IoFailure.cannot("read", file, e);
    }
  }
}
