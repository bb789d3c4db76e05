package dev.lethe.experiment.manifest;

import dev.lethe.api.Progress;
import dev.lethe.io.hash.Sha256;
import dev.lethe.experiment.Integrity;
import dev.lethe.experiment.manifest.Manifest.Resource;
import dev.lethe.io.WholeFile;
import dev.lethe.experiment.store.Json;
import dev.lethe.experiment.store.RunLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The files of a finished run, which stay as they were written. Their hashes are in {@code
 * manifest.json}, and in {@code SHA256SUMS} for those who would rather not ask Lethe.
 */
public final class Evidence {
  private static final String CHECKSUMS = "SHA256SUMS";

  private Evidence() {}

  /**
   * Writes what ends a run: hashes of all that is there, and last its report, which says that it
   * has finished.
   *
   * @param directory of the run; what is needed only until it has finished is left out
   * @param report the content of {@code report.json}
   */
  public static void seal(Path directory, String report, Progress progress) {
    Path work = RunLayout.work(directory);
    byte[] last = report.getBytes(StandardCharsets.UTF_8);
    List<Resource> resources = new ArrayList<>();
    resources.add(Resource.of(RunLayout.REPORT, Sha256.of(last)));
    RunFiles.in(directory)
        .forEach(
            (name, file) -> {
              if (!List.of(RunLayout.REPORT, CHECKSUMS, ManifestFile.NAME).contains(name)
                  && !file.startsWith(work)
                  && !file.startsWith(RunLayout.secrets(directory))) {
                resources.add(Resource.of(name, hash(file, progress)));
              }
            });
    byte[] checksums = Manifest.of(resources).checksums().getBytes(StandardCharsets.UTF_8);
    WholeFile.write(directory.resolve(CHECKSUMS), checksums);
    resources.add(Resource.of(CHECKSUMS, Sha256.of(checksums)));
    WholeFile.write(directory.resolve(ManifestFile.NAME), Json.pretty(Manifest.of(resources)));
    WholeFile.write(directory.resolve(RunLayout.REPORT), last);
  }

  /**
   * Compares the files of a run with its manifest.
   *
   * @throws dev.lethe.api.NotFoundException if there is no finished run
   * @throws dev.lethe.api.LetheException if the run has no manifest, or a damaged one
   */
  public static Integrity check(Path directory, Progress progress) {
    Manifest manifest = ManifestFile.read(directory);
    Map<String, Path> found = RunFiles.in(directory);
    found.remove(ManifestFile.NAME);
    List<String> missing = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    for (Resource each : manifest.resources()) {
      Path file = found.remove(each.name());
      if (file == null) {
        missing.add(each.name());
      } else if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          || !hash(file, progress).equals(each.digest())) {
        changed.add(each.name());
      }
    }
    return new Integrity(
        manifest.resources().size(), missing, changed, List.copyOf(found.keySet()));
  }

  private static String hash(Path file, Progress progress) {
    return Sha256.of(file, "hashing " + file.getFileName(), progress);
  }

  /** Returns whether a file is part of a run that has finished. */
  public static boolean holds(Path file) {
    for (Path at = file.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(RunLayout.REPORT))
          || Files.exists(at.resolve(ManifestFile.NAME))) {
        return true;
      }
    }
    return false;
  }
}
