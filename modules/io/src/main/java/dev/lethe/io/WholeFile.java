package dev.lethe.io;

import dev.lethe.api.LetheException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Files and folders that are there whole or not at all, also when the process is killed or the
 * power fails: what is written is on the disk before it gets its name.
 */
public final class WholeFile {
  private static final String SUFFIX = ".tmp";
  private static final Pattern UNFINISHED = Pattern.compile(".+\\.\\d+\\" + SUFFIX);

  private WholeFile() {}

  /**
   * Writes a text as UTF-8, and the folders above the file where they are missing.
   *
   * @param path replaced if it exists
   * @throws LetheException if the disk is full or refuses
   */
  public static void write(Path path, String text) {
    write(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes a file, and the folders above it where they are missing. An interrupt does not disturb
   * it.
   *
   * @param path replaced if it exists
   * @throws LetheException if the disk is full or refuses
   */
  public static void write(Path path, byte[] bytes) {
    Path target = path.toAbsolutePath();
    try {
      Files.createDirectories(target.getParent());
      try {
        writeOnce(target, bytes);
      } catch (NoSuchFileException e) {
        writeOnce(target, bytes); // a process that starts may have swept it away, between two locks
      }
    } catch (IOException e) {
      throw IoFailure.cannotWrite(path, e);
    }
  }

  /**
   * Gives a finished file or folder its name.
   *
   * @param unfinished a file, or a folder with everything in it, beside the target
   * @param target replaced if it is a file
   */
  public static void moveIntoPlace(Path unfinished, Path target) throws IOException {
    if (Files.isDirectory(unfinished)) {
      try (Stream<Path> content = Files.walk(unfinished)) {
        for (Path each : content.toList()) {
          sync(each);
        }
      }
    } else {
      sync(unfinished);
    }
    Path place = target.toAbsolutePath();
    Files.move(
        unfinished, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    syncFolder(place.getParent());
  }

  /**
   * Removes what killed processes left of unfinished writes directly in a folder. What a living
   * process is writing is locked, and stays; so does what cannot be removed.
   */
  public static void sweep(Path folder) {
    List<Path> leftovers;
    try (Stream<Path> content = Files.list(folder)) {
      leftovers =
          content
              .filter(each -> UNFINISHED.matcher(each.getFileName().toString()).matches())
              .toList();
    } catch (IOException e) {
      return;
    }
    leftovers.forEach(WholeFile::removeAbandoned);
  }

  private static void writeOnce(Path target, byte[] bytes) throws IOException {
    Path temporary = Files.createTempFile(target.getParent(), target.getFileName() + ".", SUFFIX);
    Optional<Object> held = HeldFiles.take(temporary);
    try {
      try (FileOutputStream out = new FileOutputStream(temporary.toFile())) {
        claim(out.getChannel());
        out.write(bytes);
        out.getFD().sync();
      }
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      held.ifPresent(HeldFiles::giveBack);
      Files.deleteIfExists(temporary);
    }
    syncFolder(target.getParent());
  }

  /** The lock goes with the channel; without it, as on a file system without locks, all works. */
  private static void claim(FileChannel channel) {
    try {
      channel.tryLock();
    } catch (IOException | OverlappingFileLockException e) {
      return;
    }
  }

  private static void removeAbandoned(Path file) {
    try {
      Optional<ProcessLock> abandoned = ProcessLock.tryTakeExisting(file);
      if (abandoned.isPresent()) {
        try {
          Files.deleteIfExists(file);
        } finally {
          abandoned.get().close();
        }
      }
    } catch (IOException | LetheException e) {
      return; // somebody else removed it, or may write it and we may not
    }
  }

  private static void sync(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      syncFolder(path);
    } else if (Files.isRegularFile(path)) {
      // a channel would be closed by an interrupt
      try (FileOutputStream out = new FileOutputStream(path.toFile(), true)) {
        out.getFD().sync();
      }
    }
  }

  /** Not every system can; the worst is an old file, or none, and never half a file. */
  private static void syncFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      return;
    }
  }
}
