package dev.lethe.engine.manifest;

import dev.lethe.api.CancelledException;
import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.engine.manifest.Manifest.Resource;
import dev.lethe.engine.store.RunLayout;
import dev.lethe.io.IoFailure;
import dev.lethe.io.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads manifests, which may come from anywhere. */
final class ManifestFile {
  static final String NAME = RunLayout.MANIFEST;

  /** Room for a hundred thousand files. */
  private static final long LARGEST = 64L << 20;

  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  private ManifestFile() {}

  /**
   * Reads the manifest of a run.
   *
   * @throws NotFoundException if there is neither a manifest nor a report
   * @throws LetheException if there is no manifest, or it is damaged
   */
  static Manifest ofRun(Path directory) {
    Path file = directory.resolve(NAME);
    if (Files.exists(file)) {
      return read(file);
    }
    if (Files.exists(directory.resolve(RunLayout.REPORT))) {
      throw new LetheException(
          "%s has no %s: an older version of Lethe made it, or somebody removed the file; whether its files are as they were written cannot be told ('lethe verify --attack' attacks its checkpoint again)"
              .formatted(directory, NAME));
    }
    throw new NotFoundException("there is no finished run in " + directory);
  }

  /**
   * Reads a manifest.
   *
   * @throws LetheException if it is damaged
   */
  static Manifest read(Path file) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
        throw damaged(file, "it is no file, or too large for one");
      }
      Manifest manifest = Json.value(Json.read(file), Manifest.class, file);
      if (!manifest.schema().equals(Manifest.SCHEMA)) {
        throw damaged(
            file,
            "expected the schema %s, found '%s'".formatted(Manifest.SCHEMA, manifest.schema()));
      }
      Set<String> names = new HashSet<>();
      for (Resource each : manifest.resources()) {
        if (!each.algorithm().equals(Manifest.ALGORITHM)
            || !DIGEST.matcher(each.digest()).matches()) {
          throw damaged(file, "'%s' has no SHA-256".formatted(each.name()));
        }
        if (!names.add(each.name())) {
          throw damaged(file, "'%s' is listed twice".formatted(each.name()));
        }
      }
      if (!Manifest.root(manifest.resources()).equals(manifest.rootSha256())) {
        throw damaged(file, "its root is not that of the files it lists");
      }
      return manifest;
    } catch (CancelledException e) {
      throw e;
    } catch (IOException e) {
      throw IoFailure.cannot("read", file, e);
    }
  }

  private static LetheException damaged(Path file, String problem) {
    return new LetheException("%s is damaged or was changed: %s".formatted(file, problem));
  }
}
