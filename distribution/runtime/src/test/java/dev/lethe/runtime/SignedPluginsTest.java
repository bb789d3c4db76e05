package dev.lethe.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.plugin.Plugin;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedPluginsTest {
  @TempDir static Path authors;
  private static KeyPairOfAuthor ada;
  private static KeyPairOfAuthor eve;

  @TempDir Path folder;
  private Path jar;
  private Path keys;
  private TrustedKeys trusted;

  @BeforeAll
  static void createKeys() throws IOException {
    ada = KeyPairOfAuthor.create(authors, "ada", "EC");
    eve = KeyPairOfAuthor.create(authors, "eve", "RSA");
  }

  @BeforeEach
  void packAPlugin() throws IOException {
    jar = folder.resolve("mine.jar");
    keys = folder.resolve("plugin-keys");
    trusted = new TrustedKeys(keys);
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue(Plugin.HEADER, "test.PlugModule");
    manifest.getMainAttributes().putValue("Bundle-SymbolicName", "test.mine");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream content = new JarOutputStream(out, manifest)) {
      for (String entry : new String[] {"test/", "test/PlugModule.class", "META-INF/notes.txt"}) {
        content.putNextEntry(new ZipEntry(entry));
        content.write(entry.endsWith("/") ? new byte[0] : entry.getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  @Test
  void whereNobodyAsksForASignatureNoneIsNeeded() throws Exception {
    assertThat(read().symbolicName()).isEqualTo("test.mine");
  }

  @Test
  void aJarThatATrustedKeySignedIsReadWhateverFormTheKeyHas() throws Exception {
    ada.sign(jar);
    trust(ada, "binary.cer");
    assertThat(read().symbolicName()).isEqualTo("test.mine");
    Files.delete(keys.resolve("binary.cer"));
    trust(ada, "text.pem", "-rfc");
    assertThat(read().symbolicName()).isEqualTo("test.mine");

    PublicKey key = key(keys.resolve("text.pem"));
    Files.delete(keys.resolve("text.pem"));
    Files.writeString(
        keys.resolve("bare.pem"),
        "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
            .formatted(Base64.getMimeEncoder().encodeToString(key.getEncoded())));
    assertThat(read().symbolicName()).isEqualTo("test.mine");
  }

  @Test
  void aJarWithoutASignatureIsRefused() throws IOException {
    trust(ada, "ada.cer");
    assertRefused("its test/PlugModule.class is not signed, and conf/plugin-keys asks for");
  }

  @Test
  void aJarThatSomebodyElseSignedIsRefusedByName() throws IOException {
    trust(ada, "ada.cer");
    eve.sign(jar);
    assertRefused("is signed by CN=eve, whose key is not in conf/plugin-keys");
  }

  @Test
  void oneTrustedSignatureOfSeveralIsEnough() throws Exception {
    trust(eve, "eve.cer");
    ada.sign(jar);
    eve.sign(jar);
    assertThat(read().symbolicName()).isEqualTo("test.mine");
  }

  @Test
  void whatWasAddedAfterTheSignatureIsRefused() throws IOException {
    trust(ada, "ada.cer");
    ada.sign(jar);
    change("test/Stowaway.class", "later");
    assertRefused("its test/Stowaway.class is not signed");
  }

  @Test
  void whatWasChangedAfterTheSignatureIsRefused() throws IOException {
    trust(ada, "ada.cer");
    ada.sign(jar);
    change("test/PlugModule.class", "something else");
    assertRefused("it was changed after it was signed: ");
  }

  @Test
  void aManifestThatWasChangedAfterTheSignatureIsRefused() throws IOException {
    trust(ada, "ada.cer");
    ada.sign(jar);
    try (FileSystem zip = FileSystems.newFileSystem(jar)) {
      Path manifest = zip.getPath("META-INF/MANIFEST.MF");
      Files.writeString(
          manifest, Files.readString(manifest).replace("test.PlugModule", "test.Stowaway.x"));
    }
    assertRefused("it was changed after it was signed: ");
  }

  @Test
  void aFolderWithoutKeysTrustsNobody() throws IOException {
    Files.createDirectory(keys);
    ada.sign(jar);
    assertRefused("is signed by CN=ada, whose key is not in conf/plugin-keys");
  }

  @Test
  void whatIsNoFolderTrustsNobody() throws IOException {
    Files.writeString(keys, "no folder");
    assertRefused("is not signed");
  }

  @Test
  void aFileThatIsNoKeyTrustsNobodyAndTheOthersCount() throws Exception {
    trust(ada, "ada.cer");
    Files.writeString(
        keys.resolve("broken.pem"), "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n");
    Files.writeString(keys.resolve("readme.txt"), "Keys of our authors.");
    ada.sign(jar);
    assertThat(read().symbolicName()).isEqualTo("test.mine");
  }

  @Test
  void aKeyThatComesOrGoesIsNoticed() throws IOException {
    assertThat(trusted.hasChanged()).isFalse();
    trust(ada, "ada.cer");
    assertThat(trusted.hasChanged()).isTrue();
    assertThat(trusted.hasChanged()).isFalse();
    Files.delete(keys.resolve("ada.cer"));
    assertThat(trusted.hasChanged()).isTrue();
  }

  private void trust(KeyPairOfAuthor author, String file, String... options) throws IOException {
    Files.createDirectories(keys);
    author.certificate(keys.resolve(file), options);
  }

  private static PublicKey key(Path certificate) throws Exception {
    try (var in = Files.newInputStream(certificate)) {
      return CertificateFactory.getInstance("X.509").generateCertificate(in).getPublicKey();
    }
  }

  private void change(String entry, String content) throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(jar)) {
      Files.writeString(zip.getPath(entry), content);
    }
  }

  private PluginJar read() throws IOException, PluginException {
    return PluginJar.read(jar, trusted, folder);
  }

  private void assertRefused(String message) {
    assertThatThrownBy(this::read)
        .isInstanceOf(PluginException.class)
        .hasMessageContaining(message)
        .message()
        .hasLineCount(1);
  }
}
