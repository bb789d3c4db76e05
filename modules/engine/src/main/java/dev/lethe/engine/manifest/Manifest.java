package dev.lethe.engine.manifest;

import dev.lethe.io.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * The hashes of all files of a run: the content of {@code manifest.json}.
 *
 * @param schema {@link #SCHEMA}
 * @param rootSha256 SHA-256 over the digests of the resources, as bytes, in their order
 * @param ignorePaths folders whose files are not listed
 * @param resources every file but the manifest, in the order of the code points of their names
 */
record Manifest(
    String schema, String rootSha256, List<String> ignorePaths, List<Resource> resources) {
  static final String SCHEMA = "lethe.manifest/1";
  static final String ALGORITHM = "sha256";

  /** UTF-8 orders as code points do, which UTF-16 does not. */
  private static final Comparator<Resource> ORDER =
      Comparator.comparing(
          each -> each.name().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

  Manifest {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(rootSha256, "root-sha256");
    ignorePaths = List.copyOf(ignorePaths);
    resources = List.copyOf(resources);
  }

  /**
   * A file.
   *
   * @param name its path in the run's folder, with slashes
   * @param algorithm {@link #ALGORITHM}
   * @param digest of its content, in lower-case hexadecimal
   */
  record Resource(String name, String algorithm, String digest) {
    Resource {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(algorithm, "algorithm");
      Objects.requireNonNull(digest, "digest");
    }

    static Resource of(String name, String digest) {
      return new Resource(name, ALGORITHM, digest);
    }
  }

  static Manifest of(List<Resource> resources, List<String> ignorePaths) {
    List<Resource> sorted = resources.stream().sorted(ORDER).toList();
    return new Manifest(SCHEMA, root(sorted), ignorePaths, sorted);
  }

  /** Returns whether a file is in a folder whose files are not listed. */
  boolean ignores(String name) {
    return ignorePaths.stream().anyMatch(path -> name.startsWith(path + "/"));
  }

  /** Returns the root that the resources give, which a changed manifest may contradict. */
  static String root(List<Resource> resources) {
    MessageDigest digest = Sha256.start();
    resources.forEach(each -> digest.update(HexFormat.of().parseHex(each.digest())));
    return Sha256.end(digest);
  }

  /** Returns the lines that {@code sha256sum --check} reads. */
  String checksums() {
    StringBuilder lines = new StringBuilder();
    for (Resource each : resources) {
      String escaped = each.name().replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
      lines.append(escaped.equals(each.name()) ? "" : "\\");
      lines.append(each.digest()).append("  ").append(escaped).append('\n');
    }
    return lines.toString();
  }
}
