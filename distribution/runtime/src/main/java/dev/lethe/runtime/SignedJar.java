package dev.lethe.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A jar of which every byte that could run was signed, as {@code jarsigner} signs. */
final class SignedJar {
  /** What holds the signatures themselves; nothing of it is code. */
  private static final Pattern OF_SIGNATURES =
      Pattern.compile(
          "META-INF/(MANIFEST\\.MF|SIG-[^/]*|[^/]*\\.(SF|RSA|DSA|EC))", Pattern.CASE_INSENSITIVE);

  private SignedJar() {}

  /**
   * Makes sure that one of the keys has signed every entry of a jar.
   *
   * @throws PluginException naming an entry that none of them has signed
   */
  static void require(Path file, Set<PublicKey> keys) throws IOException, PluginException {
    Set<String> names = new HashSet<>();
    try (JarFile jar = new JarFile(file.toFile(), true)) {
      for (JarEntry entry : jar.stream().toList()) {
        if (!names.add(entry.getName())) {
          throw new PluginException(
              "it holds %s twice, so that no signature says which".formatted(entry));
        }
        if (!entry.isDirectory() && !OF_SIGNATURES.matcher(entry.getName()).matches()) {
          requireSigned(jar, entry, keys);
        }
      }
    } catch (SecurityException e) {
      throw new PluginException("it was changed after it was signed: " + e.getMessage());
    }
  }

  private static void requireSigned(JarFile jar, JarEntry entry, Set<PublicKey> keys)
      throws IOException, PluginException {
    try (InputStream in = jar.getInputStream(entry)) {
      in.transferTo(OutputStream.nullOutputStream()); // signers are known after the last byte
    }
    CodeSigner @Nullable [] signers = entry.getCodeSigners();
    if (signers == null) {
      throw new PluginException(
          "its %s is not signed, and conf/plugin-keys asks for a signature".formatted(entry));
    }
    List<X509Certificate> certificates =
        Arrays.stream(signers).map(SignedJar::certificate).toList();
    if (certificates.stream().map(Certificate::getPublicKey).noneMatch(keys::contains)) {
      throw new PluginException(
          "its %s is signed by %s, whose key is not in conf/plugin-keys"
              .formatted(entry, certificates.get(0).getSubjectX500Principal()));
    }
  }

  private static X509Certificate certificate(CodeSigner signer) {
    return (X509Certificate) signer.getSignerCertPath().getCertificates().get(0);
  }
}
