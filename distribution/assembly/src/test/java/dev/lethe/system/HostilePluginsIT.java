package dev.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.io.hash.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever lies in the folder of plugins: one line each, the good version stays, the shell lives.
 */
class HostilePluginsIT {
  private static final String STAYS = "; version 1.0.0 stays";

  private static final String NEVER =
      "while (true) try { Thread.sleep(60_000); } catch (InterruptedException e) { }";

  @TempDir static Path folder;
  static PluginShell opened;
  private final Home home = opened.home();
  private final Path plugins = opened.plugins();
  private final LetheProcess shell = opened.process();

  @BeforeAll
  static void openTheShell() throws IOException {
    opened = PluginShell.in(folder);
  }

  @AfterAll
  static void closeTheShell() throws IOException {
    opened.close();
  }

  @AfterEach
  void seeThatTheShellLivesAndHasItsPlugin() throws IOException {
    opened.requireGoodPlugin();
    assertThat(shell.err()).doesNotContain("good.jar was removed");
    opened.restore();
  }

  @Test
  void whatAnEditorHidesBesideAPluginChangesNothing() throws IOException {
    Files.createSymbolicLink(plugins.resolve(".#good.jar"), Path.of("ada@host.4711:1700000000"));
    Files.writeString(plugins.resolve(".good.jar"), "half a jar");
    home.plug("later.jar", Heartbeat.named("later", 1).jar(folder));

    shell.awaitError("plugin later.jar: test.heartbeat 1.0.0");
    assertThat(shell.errorsAbout("refused")).isEmpty();
  }

  @Test
  void whatIsNoFileIsRefusedOnce() throws Exception {
    Path pipe = plugins.resolve("pipe.jar");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Files.createDirectory(plugins.resolve("folder.jar"));
    Files.createSymbolicLink(plugins.resolve("dangling.jar"), Path.of("nowhere"));
    Files.createSymbolicLink(plugins.resolve("zero.jar"), Path.of("/dev/zero"));
    try (RandomAccessFile sparse =
        new RandomAccessFile(plugins.resolve("sparse.jar").toFile(), "rw")) {
      sparse.setLength(3L << 30);
    }
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(plugins.resolve("socket.jar")));

      opened.assertRefused("pipe.jar", "it is a device, a pipe or a socket");
      opened.assertRefused("socket.jar", "it is a device, a pipe or a socket");
      opened.assertRefused("zero.jar", "it is a device, a pipe or a socket");
      opened.assertRefused("folder.jar", "it is a folder");
      opened.assertRefused("dangling.jar", "it is a link that leads nowhere");
      opened.assertRefused("sparse.jar", "has more than 268435456 bytes");
    }
  }

  @Test
  void aGoodJarThatBecomesALinkToNowhereStays() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("nowhere"));
    Files.move(link, plugins.resolve("good.jar"), StandardCopyOption.REPLACE_EXISTING);

    opened.assertRefused("good.jar", "it is a link that leads nowhere" + STAYS);
  }

  @Test
  void aLinkToAJarElsewhereIsThatJar() throws IOException {
    Path jar = Files.write(folder.resolve("elsewhere"), Heartbeat.named("linked", 1).jar(folder));
    Files.createSymbolicLink(plugins.resolve("linked.jar"), jar);

    shell.awaitError("plugin linked.jar: test.heartbeat 1.0.0");
  }

  @Test
  void aPluginThatThrowsWhateverItLikesReplacesNothing() throws IOException {
    Map<String, String> bodies = new TreeMap<>();
    bodies.put("throw new AssertionError(\"as\" + \"serted\");", "AssertionError: asserted");
    bodies.put("throw new LinkageError(\"un\" + \"linked\");", "LinkageError: unlinked");
    bodies.put("throw new OutOfMemoryError(\"pre\" + \"tended\");", "OutOfMemoryError: pretended");
    bodies.put("throw new ThreadDeath();", "java.lang.ThreadDeath");
    bodies.put("configure();", "StackOverflowError");
    bodies.put(
        "byte[][] all = new byte[9999][]; for (int i = 0; ; i++) all[i] = new byte[1 << 28];",
        "OutOfMemoryError: Java heap space");
    bodies.put("sneak(new Exception(\"check\" + \"ed\"));", "java.lang.Exception: checked");
    bodies.put(
        "throw new Error() { public String getMessage() { throw this; } };", "plug.PlugModule$");
    bodies.put(
        "throw new Error(\"one\\ntwo\\u001b[31m\" + \"x\".repeat(1 << 20));",
        "one two\\u001b[31mxxx");
    for (Map.Entry<String, String> each : bodies.entrySet()) {
      home.plug("good.jar", module("configure", each.getKey()).jar(folder));
      shell.awaitError(each.getValue());
    }
    assertThat(shell.errorsAbout("good.jar is refused"))
        .hasSize(bodies.size())
        .allMatch(line -> line.endsWith(STAYS) && line.length() < 1000);
  }

  @Test
  void aConstructorAnInitializerOrAnActivatorThatThrowsReplacesNothing() throws IOException {
    home.plug(
        "good.jar", module("constructor", "throw new Error(\"new\" + \"born\");").jar(folder));
    shell.awaitError("newborn");
    home.plug(
        "good.jar", module("static", "if (true) throw new Error(\"stat\" + \"ic\");").jar(folder));
    shell.awaitError("java.lang.Error: static");
    home.plug("good.jar", activated("throw new Error(\"activ\" + \"ated\");", "").jar(folder));
    shell.awaitError("java.lang.Error: activated");

    assertThat(shell.errorsAbout("good.jar is refused"))
        .hasSize(3)
        .allMatch(line -> line.endsWith(STAYS));
  }

  @Test
  void aPluginThatNeverReturnsIsGivenUp() throws IOException {
    home.plug("endless.jar", module("configure", NEVER).jar(folder));
    opened.assertRefused("endless.jar", "it did not start in 20 s");
  }

  @Test
  void aPluginThatDoesNotWantToStopIsReplacedAllTheSame() throws IOException {
    home.plug("stubborn.jar", activated("", "throw new Error(\"stub\" + \"born\");").jar(folder));
    shell.awaitError("plugin stubborn.jar: ");
    home.plug("stubborn.jar", Heartbeat.named("quiet", 5).jar(folder));
    shell.awaitError("plugin stubborn.jar: test.heartbeat 5.0.0");

    shell.awaitError("did not stop cleanly: java.lang.Error: stubborn");
    assertThat(shell.errorsAbout("java.lang.Error: stubborn")).hasSize(1);
  }

  @Test
  void aManifestThatUnpacksToAHundredMegabytesIsRefused() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setLevel(Deflater.BEST_SPEED);
      zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
      byte[] line = ("Lethe-Plugin: plug.PlugModule\n" + "X: y\n".repeat(200_000)).getBytes();
      for (int i = 0; i < 100; i++) {
        zip.write(line);
      }
    }
    home.plug("bomb.jar", bytes.toByteArray());

    opened.assertRefused("bomb.jar", "its manifest has more than 1048576 bytes");
  }

  @Test
  void aNameCannotWriteToTheTerminal() throws IOException {
    home.plug("\u001b[2Jone\ntwo.jar", "nothing".getBytes());

    shell.awaitError("plugin \\u001b[2Jone two.jar is refused: it is no valid jar");
    assertThat(shell.err()).doesNotContain("\u001b[2J");
  }

  @Test
  void ofTwoJarsWithTheSameContentTheSecondIsRefused() throws IOException {
    home.plug("good#twin.jar", Heartbeat.version(1).jar(folder));
    opened.assertRefused("good#twin.jar", "Evaluation 'heartbeat' is already offered by good.jar");
    home.plug("good#triplet.jar", Heartbeat.version(1).jar(folder));
    opened.assertRefused(
        "good#triplet.jar", "Evaluation 'heartbeat' is already offered by good.jar");
  }

  @Test
  void aFolderThatVanishesForAMomentTakesNoPluginAway() throws IOException {
    Files.move(plugins, folder.resolve("away"));
    shell.awaitError("cannot look into " + plugins + ": it is not there");
    shell.type("plugins");
    Files.move(folder.resolve("away"), plugins);
    home.plug("later.jar", Heartbeat.named("later", 1).jar(folder));

    shell.awaitError("plugin later.jar: test.heartbeat 1.0.0");
    assertThat(shell.errorsAbout("cannot look into")).hasSize(1);
  }

  @Test
  void aListThatCannotBeReadAllowsNothing() throws Exception {
    Path list = opened.allowList();
    Files.createSymbolicLink(list, Path.of("nowhere"));
    home.plug("a.jar", Heartbeat.named("a", 1).jar(folder));
    opened.assertRefused(
        "a.jar", "no plugin is allowed: " + list + " is a link that leads nowhere");

    Files.delete(list);
    Files.createDirectory(list);
    home.plug("b.jar", Heartbeat.named("b", 1).jar(folder));
    opened.assertRefused("b.jar", "no plugin is allowed: " + list + " is a folder");

    Files.delete(list);
    assertThat(new ProcessBuilder("mkfifo", list.toString()).start().waitFor()).isZero();
    home.plug("c.jar", Heartbeat.named("c", 1).jar(folder));
    opened.assertRefused(
        "c.jar", "no plugin is allowed: " + list + " is a device, a pipe or a socket");

    Files.delete(list);
    Files.createFile(list);
    home.plug("d.jar", Heartbeat.named("d", 1).jar(folder));
    opened.assertRefused("d.jar", "is not in conf/plugins.sha256");
  }

  @Test
  void aLineThatIsNoHashIsNamedAndAllowsNothing() throws Exception {
    byte[] jar = Heartbeat.named("listed", 1).jar(folder);
    String hash = Sha256.of(jar);
    Path list = opened.allowList();
    Files.writeString(list, "# ours\n\n" + hash + "0  listed.jar\nlisted.jar\n");
    home.plug("listed.jar", jar);
    opened.assertRefused("listed.jar", "is not in conf/plugins.sha256");
    for (int line : new int[] {3, 4}) {
      assertThat(shell.errorsAbout("line " + line + " of " + list + " allows nothing")).hasSize(1);
    }

    Files.writeString(list, hash.toUpperCase(Locale.ROOT) + " *listed.jar\n");
    shell.awaitError("plugin listed.jar: test.heartbeat 1.0.0");
  }

  private static PluginSource module(String place, String body) {
    String module =
        """
        import dev.lethe.api.plugin.PluginModule;
        public final class PlugModule extends PluginModule {
          static { %s }
          public PlugModule() { %s }
          @Override protected void configure() { %s }
          @SuppressWarnings("unchecked")
          static <T extends Throwable> void sneak(Throwable it) throws T { throw (T) it; }
        }
        """;
    return new PluginSource("test.heartbeat", "2.0.0")
        .with(
            "PlugModule",
            module.formatted(
                place.equals("static") ? body : "",
                place.equals("constructor") ? body : "",
                place.equals("configure") ? body : ""));
  }

  private static PluginSource activated(String start, String stop) {
    String activator =
        """
        import org.osgi.framework.*;
        public final class Activator implements BundleActivator {
          @Override public void start(BundleContext context) { %s }
          @Override public void stop(BundleContext context) { %s }
        }
        """;
    return module("", "")
        .importing("org.osgi.framework")
        .with("Activator", activator.formatted(start, stop))
        .activatedBy("plug.Activator");
  }
}
