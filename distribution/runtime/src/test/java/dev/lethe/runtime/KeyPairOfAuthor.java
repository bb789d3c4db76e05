package dev.lethe.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A key that signs jars as its owner would, with the tools of the JDK.
 *
 * @param store the file of the key
 */
record KeyPairOfAuthor(Path store) {
  private static final List<String> OPEN =
      List.of("-storepass", "changeit", "-storetype", "PKCS12");

  static KeyPairOfAuthor create(Path folder, String name, String algorithm) throws IOException {
    KeyPairOfAuthor author = new KeyPairOfAuthor(folder.resolve(name + ".p12"));
    author.keytool("-genkeypair", "-keyalg", algorithm, "-dname", "CN=" + name);
    return author;
  }

  Path certificate(Path file, String... options) throws IOException {
    keytool(
        Stream.concat(Stream.of("-exportcert", "-file", file.toString()), Stream.of(options))
            .toArray(String[]::new));
    return file;
  }

  void sign(Path jar) throws IOException {
    run(
        Stream.of(
                Stream.of(tool("jarsigner"), "-keystore", store.toString()),
                OPEN.stream(),
                Stream.of(jar.toString(), "author"))
            .flatMap(each -> each)
            .toList());
  }

  private void keytool(String... command) throws IOException {
    run(
        Stream.of(
                Stream.of(tool("keytool")),
                Stream.of(command),
                Stream.of("-alias", "author", "-keystore", store.toString()),
                OPEN.stream())
            .flatMap(each -> each)
            .toList());
  }

  private static String tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  private static void run(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      assertThat(process.waitFor()).as(said).isZero();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
