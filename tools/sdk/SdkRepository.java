import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the Maven repository that plugins outside the tree are built against. Maven's own plugin
 * for that refuses to work offline, even where nothing leaves this machine.
 *
 * <p>Usage: {@code java SdkRepository.java ROOT VERSION FOLDER}
 *
 * @param version of Lethe
 * @param unique the version, with the time in place of SNAPSHOT: so a newer build is told from what
 *     somebody has fetched before
 * @param time of this build
 * @param folder of the group in the repository
 */
record SdkRepository(String version, String unique, String time, Path folder) {
  private static final String SNAPSHOT = "SNAPSHOT";
  private static final String GROUP = "dev.lethe";

  private static final List<String> PARENTS =
      List.of("", "modules", "plugins", "distribution/plugin-parent");
  private static final List<String> LIBRARIES =
      List.of(
          "api", "modules/io", "modules/image", "modules/tensor", "modules/clip", "modules/testkit");

  private static final Pattern ARTIFACT =
      Pattern.compile("<artifactId>([^<]+)</artifactId>\\s*(<packaging>|<version>|<name>)");

  private static final String METADATA =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <metadata modelVersion="1.1.0">
        <groupId>%s</groupId>
        <artifactId>%s</artifactId>
        <version>%s</version>
        <versioning>
          <snapshot><timestamp>%s</timestamp><buildNumber>1</buildNumber></snapshot>
          <lastUpdated>%s</lastUpdated>
          <snapshotVersions>
            <snapshotVersion><extension>jar</extension><value>%6$s</value><updated>%5$s</updated></snapshotVersion>
            <snapshotVersion><extension>pom</extension><value>%6$s</value><updated>%5$s</updated></snapshotVersion>
          </snapshotVersions>
        </versioning>
      </metadata>
      """;

  public static void main(String... args) throws IOException {
    Path root = Path.of(args[0]);
    String time =
        ZonedDateTime.now(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("yyyyMMdd.HHmmss"));
    SdkRepository repository =
        new SdkRepository(
            args[1],
            args[1].replace(SNAPSHOT, time + "-1"),
            time,
            Path.of(args[2]).resolve(GROUP.replace('.', '/')));
    for (String parent : PARENTS) {
      repository.add(root.resolve(parent).resolve("pom.xml"), false);
    }
    for (String library : LIBRARIES) {
      repository.add(root.resolve(library).resolve("pom.xml"), true);
    }
  }

  private void add(Path pom, boolean hasJar) throws IOException {
    String artifact = artifact(pom);
    Path place = Files.createDirectories(folder.resolve(artifact).resolve(version));
    String name = artifact + "-" + unique;
    write(place.resolve(name + ".pom"), Files.readAllBytes(pom));
    if (hasJar) {
      Path jar = pom.resolveSibling("target").resolve("%s-%s.jar".formatted(artifact, version));
      write(place.resolve(name + ".jar"), Files.readAllBytes(jar));
    }
    if (version.endsWith(SNAPSHOT)) {
      String metadata =
          METADATA.formatted(GROUP, artifact, version, time, time.replace(".", ""), unique);
      write(
          place.resolve("maven-metadata.xml"), metadata.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** The parent's stands before, and is followed by its version and the parent's end. */
  private static String artifact(Path pom) throws IOException {
    String text = Files.readString(pom);
    int begin = Math.max(0, text.indexOf("</parent>"));
    Matcher found = ARTIFACT.matcher(text);
    if (!found.find(begin)) {
      throw new IOException(pom + " has no artifactId followed by its version, packaging or name");
    }
    return found.group(1);
  }

  private static void write(Path file, byte[] content) throws IOException {
    Files.write(file, content);
    try {
      byte[] hash = MessageDigest.getInstance("SHA-1").digest(content);
      Files.writeString(
          file.resolveSibling(file.getFileName() + ".sha1"), HexFormat.of().formatHex(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
