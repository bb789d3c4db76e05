package dev.lethe.fetch.catalogue;

import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One file of an entry.
 *
 * @param file where it is put below the entry's folder, with {@code /} between names; of an
 *     archive, the name it has until it is unpacked
 * @param address where it is, if not {@link Entry#base} followed by {@code file}
 * @param sha256 its hash in hexadecimal digits, or the first 8 or more where only these are
 *     published; null if unknown
 * @param size its length in bytes; null if unknown
 * @param archive how it is packed; null if it is not
 * @param unpackTo the folder that an archive's content is put into, below the entry's folder;
 *     required for archives
 */
public record RemoteFile(
    @Setting("The name it gets.") String file,
    @Setting("Its address, if it is not the base followed by the name.") @Nullable String address,
    @Setting("The SHA-256 of its content, or at least the first 8 digits.") @Nullable String sha256,
    @Setting("Its length in bytes.") @Nullable Long size,
    @Setting("How it is packed.") @Nullable ArchiveFormat archive,
    @Setting("The folder for what an archive holds.") @Nullable String unpackTo) {

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{8,64}");

  /** Possessive, because a group that may give back what it took is matched on the stack. */
  private static final Pattern PATH =
      Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*(?:/[A-Za-z0-9_][A-Za-z0-9_.-]*)*+");

  /** Checks every value: the file is written where it says. */
  public RemoteFile {
    path("file", file);
    if (address != null) {
      Addresses.parse("address", address);
    }
    if (sha256 != null && !HASH.matcher(sha256).matches()) {
      throw new IllegalArgumentException(
          "sha256 must be 8 to 64 of the digits 0-9 and a-f (got '%s')".formatted(sha256));
    }
    if (size != null) {
      Check.between("size", size, 0, Long.MAX_VALUE);
    }
    if ((archive == null) != (unpackTo == null)) {
      throw new IllegalArgumentException(
          "archive and unpack-to must be given together (got %s and %s)"
              .formatted(archive, unpackTo));
    }
    if (unpackTo != null) {
      path("unpack-to", unpackTo);
    }
  }

  /** Returns where the file, or what the archive holds, is when all is done. */
  public Path in(Path folder) {
    return folder.resolve(unpackTo == null ? file : unpackTo);
  }

  private static void path(String key, String path) {
    if (!PATH.matcher(path).matches()) {
      throw new IllegalArgumentException(
          "%s must be names of letters, digits, '_', '-' and '.' with '/' between them (got '%s')"
              .formatted(key, path));
    }
  }
}
