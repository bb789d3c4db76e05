package dev.lethe.runtime;

import dev.lethe.api.LetheException;
import dev.lethe.io.RegularFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of the keys whose owners may sign plugins: certificates, or public keys in PEM. Where
 * there is none, nobody asks for signatures. Where something has its name that is no such folder,
 * no key is trusted: whoever made one wanted less than everything.
 */
final class TrustedKeys {
  private static final Logger LOG = LoggerFactory.getLogger(TrustedKeys.class);
  private static final int LARGEST = 1 << 20;
  private static final List<String> ALGORITHMS = List.of("RSA", "EC", "Ed25519", "Ed448", "DSA");
  private static final Pattern PEM_KEY =
      Pattern.compile("-----BEGIN PUBLIC KEY-----(.+?)-----END PUBLIC KEY-----", Pattern.DOTALL);

  private final Path folder;
  private final Set<Path> reported = new HashSet<>();
  private Map<Path, FileState> seen;

  TrustedKeys(Path folder) {
    this.folder = folder;
    seen = look();
  }

  /** Returns whether other keys may be trusted than when this was asked last. */
  boolean hasChanged() {
    Map<Path, FileState> before = seen;
    seen = look();
    return !seen.equals(before);
  }

  /** Returns the keys, of which one has to have signed a plugin; empty if nobody asks for one. */
  Optional<Set<PublicKey>> required() {
    if (Files.isDirectory(folder.getParent())
        && Files.notExists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    Set<PublicKey> keys = new HashSet<>();
    for (Path file : files()) {
      try {
        keys.addAll(keys(RegularFile.of("key", file).bytes(LARGEST)));
        reported.remove(file);
      } catch (GeneralSecurityException | IllegalArgumentException | LetheException e) {
        if (reported.add(file)) {
          LOG.error(
              "{} lets nobody sign plugins: expected a certificate, or a public key in PEM", file);
        }
      }
    }
    return Optional.of(keys);
  }

  private static Set<PublicKey> keys(byte[] content) throws GeneralSecurityException {
    Set<PublicKey> keys = new HashSet<>();
    Matcher pem = PEM_KEY.matcher(new String(content, StandardCharsets.ISO_8859_1));
    while (pem.find()) {
      keys.add(key(Base64.getMimeDecoder().decode(pem.group(1))));
    }
    if (keys.isEmpty()) {
      for (Certificate each :
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(content))) {
        keys.add(each.getPublicKey());
      }
    }
    if (keys.isEmpty()) {
      throw new InvalidKeySpecException("no key");
    }
    return keys;
  }

  /** The encoding names its algorithm, and only the factory of that one reads it. */
  private static PublicKey key(byte[] encoded) throws GeneralSecurityException {
    for (String algorithm : ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(encoded));
      } catch (InvalidKeySpecException e) {
        continue;
      }
    }
    throw new InvalidKeySpecException("no key of " + ALGORITHMS);
  }

  private Map<Path, FileState> look() {
    Map<Path, FileState> states = new TreeMap<>();
    states.put(folder, FileState.of(folder));
    files().forEach(file -> states.put(file, FileState.of(file)));
    return states;
  }

  private List<Path> files() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
