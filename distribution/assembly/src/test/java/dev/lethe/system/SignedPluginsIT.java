package dev.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedPluginsIT {
  @TempDir static Path folder;
  static PluginShell opened;
  private final Home home = opened.home();
  private final LetheProcess shell = opened.process();

  @BeforeAll
  static void openTheShell() throws IOException {
    opened = PluginShell.in(folder);
    jdk("keytool", "-genkeypair", "-keyalg", "EC", "-dname", "CN=Ada", "-alias", "author");
  }

  @AfterAll
  static void closeTheShell() throws IOException {
    opened.close();
  }

  @AfterEach
  void leaveTheShellAsItWas() throws IOException {
    opened.restore();
  }

  @Test
  void onlySignedJarsAreLoadedWhereThereAreKeysAndATrustedKeyIsNoticed() throws IOException {
    Files.createDirectory(opened.keys());
    Path jar = Files.write(folder.resolve("signed.jar"), Heartbeat.named("signed", 1).jar(folder));
    home.plug("plain.jar", Files.readAllBytes(jar));
    opened.assertRefused("plain.jar", "is not signed, and conf/plugin-keys asks for a signature");

    jdk("jarsigner", jar.toString(), "author");
    home.plug("signed.jar", Files.readAllBytes(jar));
    opened.assertRefused("signed.jar", "is signed by CN=Ada, whose key is not in conf/plugin-keys");

    jdk("keytool", "-exportcert", "-alias", "author", "-file", opened.keys() + "/ada.cer");
    shell.awaitError("plugin signed.jar: test.heartbeat 1.0.0");
  }

  private static void jdk(String tool, String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
    command.addAll(List.of("-keystore", folder.resolve("author.p12").toString()));
    command.addAll(List.of("-storepass", "changeit"));
    command.addAll(List.of(options));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      assertThat(process.waitFor()).as(said).isZero();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
