package dev.lethe.io;

import dev.lethe.api.CancelledException;
import dev.lethe.api.LetheException;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says in one line why the system refused to read or write. */
public final class IoFailure {
  /** How files end that have not got their name yet: nobody knows them. */
  private static final String TEMPORARY = ".tmp";

  /** What the system says, and what a person has to know. */
  private static final Map<String, String> REASONS = reasons();

  private IoFailure() {}

  /** Returns the failure to throw where a file or folder cannot be read. */
  public static LetheException cannotRead(Path path, IOException cause) {
    return cannot("read", path, cause);
  }

  /** Returns the failure to throw where a file or folder cannot be written. */
  public static LetheException cannotWrite(Path path, IOException cause) {
    return cannot("write", path, cause);
  }

  /**
   * Returns the failure to throw where something cannot be done with a file or folder: one line
   * with the reason that the system gives, or a {@link CancelledException} where the thread was
   * interrupted meanwhile.
   *
   * @param action what was tried, such as {@code remove}
   */
  public static LetheException cannot(String action, Path path, IOException cause) {
    if (cause instanceof ClosedByInterruptException || cause instanceof InterruptedIOException) {
      Thread.currentThread().interrupt();
      return new CancelledException();
    }
    return new LetheException(
        "cannot %s %s: %s".formatted(action, path, reason(cause, path)), cause);
  }

  /**
   * Returns the reason of a failure, with the file that it is about where that is another one.
   *
   * @param path what was to be read or written
   */
  public static String reason(IOException failure, Path path) {
    String file = failure instanceof FileSystemException named ? named.getFile() : null;
    if (file == null || file.equals(path.toString()) || file.endsWith(TEMPORARY)) {
      return reason(failure);
    } else if (failure instanceof AccessDeniedException) {
      return "permission denied for " + file;
    } else if (failure instanceof NoSuchFileException) {
      return "there is no " + file;
    } else if (failure instanceof FileAlreadyExistsException) {
      return file + " is in the way";
    }
    return reason(failure);
  }

  /** Returns the reason of a failure, without the file. */
  public static String reason(IOException failure) {
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    } else if (failure instanceof NoSuchFileException) {
      return "there is no such file or folder";
    } else if (failure instanceof FileAlreadyExistsException) {
      return "a file is in the way";
    } else if (failure instanceof DirectoryNotEmptyException) {
      return "the folder is not empty";
    } else if (failure instanceof NotDirectoryException) {
      return "it is no folder";
    } else if (failure instanceof FileSystemLoopException) {
      return "links go round in a circle";
    } else if (failure instanceof AtomicMoveNotSupportedException) {
      return "the file system cannot move files at once";
    } else if (failure instanceof CharacterCodingException) {
      return "it is not valid UTF-8";
    } else if (failure instanceof EOFException) {
      return "it ends too early";
    }
    return known(text(failure), failure);
  }

  private static @Nullable String text(IOException failure) {
    return failure instanceof FileSystemException file && file.getReason() != null
        ? file.getReason()
        : failure.getMessage();
  }

  private static String known(@Nullable String text, IOException failure) {
    if (text == null || text.isBlank()) {
      return failure.getClass().getSimpleName();
    }
    for (Map.Entry<String, String> each : REASONS.entrySet()) {
      if (text.contains(each.getKey())) {
        return each.getValue();
      }
    }
    return failure instanceof FileNotFoundException
        ? "there is no such file or folder"
        : text.strip().replaceAll("\\s*\\R\\s*", " ");
  }

  private static Map<String, String> reasons() {
    Map<String, String> reasons = new LinkedHashMap<>();
    reasons.put("No space left", "the disk is full");
    reasons.put("Disk quota exceeded", "the disk quota is used up");
    reasons.put("File too large", "the file would be larger than the system allows");
    reasons.put("Read-only file system", "the file system is read-only");
    reasons.put("Too many open files", "too many files are open: raise the limit (ulimit -n)");
    reasons.put("File name too long", "the name is too long");
    reasons.put("Is a directory", "it is a folder");
    reasons.put("Not a directory", "a file is in the way");
    reasons.put("Permission denied", "permission denied");
    reasons.put("Operation not permitted", "permission denied");
    reasons.put("Too many levels of symbolic links", "links go round in a circle");
    reasons.put("Input/output error", "the disk reports an error");
    reasons.put("Stale file handle", "the network folder has gone");
    reasons.put("Device or resource busy", "something else uses it");
    reasons.put("No such file or directory", "there is no such file or folder");
    return reasons;
  }
}
