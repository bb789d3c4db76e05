package dev.lethe.engine.manifest;

import dev.lethe.api.Progress;
import dev.lethe.engine.Integrity;
import dev.lethe.engine.manifest.Manifest.Resource;
import dev.lethe.engine.store.RunLayout;
import dev.lethe.io.IoFailure;
import dev.lethe.io.WholeFile;
import dev.lethe.io.hash.Sha256;
import dev.lethe.io.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files of a finished run, which stay as they were written. Their hashes are in {@code
 * manifest.json}, and in {@code SHA256SUMS} for those who would rather not ask Lethe.
 */
public final class Evidence {
  private static final String CHECKSUMS = "SHA256SUMS";
  private static final String CHECKPOINT = "model";

  /** What a key holds of a checkpoint. */
  private static final String KEPT = "checkpoint.json";

  private static final List<String> LAST = List.of(RunLayout.REPORT, CHECKSUMS, ManifestFile.NAME);

  private Evidence() {}

  /**
   * Writes what ends a run: hashes of all that is there, and last its report, which says that it
   * has finished.
   *
   * @param directory of the run; what is needed only until it has finished is left out
   * @param key the folder that keeps the hashes of a redacted run's checkpoint, or null: whoever
   *     trains again with a guessed name would know by them that the guess is right
   * @param report the content of {@code report.json}
   */
  public static void seal(Path directory, @Nullable Path key, String report, Progress progress) {
    byte[] last = report.getBytes(StandardCharsets.UTF_8);
    List<Resource> resources = new ArrayList<>();
    List<Resource> kept = new ArrayList<>();
    resources.add(Resource.of(RunLayout.REPORT, Sha256.of(last)));
    RunFiles.in(directory)
        .forEach(
            (name, file) -> {
              if (!LAST.contains(name) && !file.startsWith(RunLayout.work(directory))) {
                boolean apart = key != null && name.startsWith(CHECKPOINT + "/");
                (apart ? kept : resources).add(Resource.of(name, hash(file, progress)));
              }
            });
    if (key != null) {
      WholeFile.write(key.resolve(KEPT), Json.pretty(Manifest.of(kept, List.of())));
    }
    List<String> ignored = kept.isEmpty() ? List.of() : List.of(CHECKPOINT);
    byte[] checksums = Manifest.of(resources, ignored).checksums().getBytes(StandardCharsets.UTF_8);
    WholeFile.write(directory.resolve(CHECKSUMS), checksums);
    resources.add(Resource.of(CHECKSUMS, Sha256.of(checksums)));
    WholeFile.write(
        directory.resolve(ManifestFile.NAME), Json.pretty(Manifest.of(resources, ignored)));
    WholeFile.write(directory.resolve(RunLayout.REPORT), last);
  }

  /**
   * Compares the files of a run with its manifest.
   *
   * @param key the folder of a redacted run's key, or null
   * @throws dev.lethe.api.NotFoundException if there is no finished run
   * @throws dev.lethe.api.LetheException if the run has no manifest, or a damaged one
   */
  public static Integrity check(Path directory, @Nullable Path key, Progress progress) {
    Manifest manifest = ManifestFile.ofRun(directory);
    List<Resource> listed = new ArrayList<>(manifest.resources());
    Map<String, Path> found = RunFiles.in(directory);
    found.remove(ManifestFile.NAME);
    List<String> unchecked = new ArrayList<>();
    if (key != null && Files.exists(key.resolve(KEPT))) {
      listed.addAll(ManifestFile.read(key.resolve(KEPT)).resources());
    } else {
      found.keySet().stream().filter(manifest::ignores).forEach(unchecked::add);
      found.keySet().removeAll(unchecked);
    }
    List<String> missing = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    for (Resource each : listed) {
      Path file = found.remove(each.name());
      if (file == null) {
        missing.add(each.name());
      } else if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          || !hash(file, progress).equals(each.digest())) {
        changed.add(each.name());
      }
    }
    return new Integrity(listed.size(), missing, changed, List.copyOf(found.keySet()), unchecked);
  }

  private static String hash(Path file, Progress progress) {
    return Sha256.of(file, "hashing " + file.getFileName(), progress);
  }

  /** Returns whether a file is, or would be, part of a run that has finished. */
  public static boolean holds(Path file) {
    for (Path at = place(file); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(RunLayout.REPORT))
          || Files.exists(at.resolve(ManifestFile.NAME))) {
        return true;
      }
    }
    return false;
  }

  /** Returns the folder nearest to a file that is there, whatever links lead to it. */
  private static @Nullable Path place(Path file) {
    Path at = file.toAbsolutePath().normalize();
    while (at != null && !Files.exists(at)) {
      at = at.getParent();
    }
    try {
      return at == null ? null : at.toRealPath();
    } catch (IOException e) {
      throw IoFailure.cannotRead(at, e);
    }
  }
}
