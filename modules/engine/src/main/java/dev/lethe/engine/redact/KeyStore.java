package dev.lethe.engine.redact;

import dev.lethe.api.LetheException;
import dev.lethe.io.Folders;
import dev.lethe.io.RegularFile;
import dev.lethe.io.WholeFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What only their user may see of redacted runs, outside the folders of the runs: a secret, and a
 * key for each run. The folder of a run holds the name of its key, which is random.
 *
 * @param folder of all keys
 */
public record KeyStore(Path folder) {
  private static final String SECRET = "secret";

  /** The file of a run that names its key. */
  public static final String REFERENCE = "redaction-key";

  private static final String MAC = "HmacSHA256";
  private static final int BYTES = 16;
  private static final int LARGEST = 1 << 10;
  private static final Pattern NAME = Pattern.compile("[0-9a-f]{32}");

  /** A run of an older version has its key in its own folder. */
  private static final String INSIDE = "private";

  /**
   * Returns the folder of a run's key.
   *
   * @param run the folder of the run; a run that has no key yet is given one
   */
  public Path open(Path run) {
    Optional<Path> key = find(run);
    if (key.isEmpty()) {
      String name = HexFormat.of().formatHex(random(BYTES));
      WholeFile.write(run.resolve(REFERENCE), name + "\n");
      key = Optional.of(folder.resolve(name));
    }
    Folders.createPrivate(folder);
    Folders.createPrivate(key.get());
    return key.get();
  }

  /**
   * Returns the folder of a run's key, which may not be on this machine; empty for a run that is
   * not redacted, or does not say any more which key it has.
   */
  public Optional<Path> find(Path run) {
    Path reference = run.resolve(REFERENCE);
    if (!Files.exists(reference)) {
      Path inside = run.resolve(INSIDE);
      return Files.isDirectory(inside) ? Optional.of(inside) : Optional.empty();
    }
    String name = text(reference).strip();
    return NAME.matcher(name).matches() ? Optional.of(folder.resolve(name)) : Optional.empty();
  }

  /**
   * Returns a hash in place of one that follows from names: whoever guesses the names, but does not
   * know the user's secret, cannot tell whether the guess is right.
   */
  public String hidden(String hash) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(HexFormat.of().parseHex(secret()), MAC));
      return HexFormat.of().formatHex(mac.doFinal(hash.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + MAC, e);
    } catch (IllegalArgumentException e) {
      throw new LetheException(
          "%s is damaged; remove it, and unfinished redacted runs begin anew"
              .formatted(folder.resolve(SECRET)),
          e);
    }
  }

  private String secret() {
    Path file = folder.resolve(SECRET);
    if (!Files.exists(file)) {
      Folders.createPrivate(folder);
      WholeFile.write(file, HexFormat.of().formatHex(random(2 * BYTES)));
    }
    return text(file).strip();
  }

  /** The folder of a run may come from somebody else. */
  private static String text(Path file) {
    return RegularFile.of("key", file).text(LARGEST);
  }

  private static byte[] random(int count) {
    byte[] bytes = new byte[count];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }
}
