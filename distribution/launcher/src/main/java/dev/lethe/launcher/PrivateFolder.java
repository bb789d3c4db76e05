package dev.lethe.launcher;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Folders that nobody but their owner can enter. */
final class PrivateFolder {
  private static final FileAttribute<?>[] ATTRIBUTES =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
          ? new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
          }
          : new FileAttribute<?>[0];

  private PrivateFolder() {}

  /** Creates a folder that does not exist. */
  static void create(Path folder) throws IOException {
    Files.createDirectory(folder, ATTRIBUTES);
  }

  /** Creates a folder and those above it, where they do not exist; others stay as they are. */
  static void createAll(Path folder) throws IOException {
    Files.createDirectories(folder, ATTRIBUTES);
  }
}
