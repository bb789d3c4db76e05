package dev.lethe.launcher;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Says in one line why something failed before a command could say so itself. */
final class StartFailure {
  private StartFailure() {}

  /** Returns what is behind a failure: the message of its first cause, or one that says it all. */
  static String reason(Throwable failure) {
    Throwable first = failure;
    while (first.getCause() != null && first.getClass() != IOException.class) {
      first = first.getCause();
    }
    if (first instanceof AccessDeniedException denied) {
      return "permission denied for " + denied.getFile();
    }
    if (first instanceof NoSuchFileException missing) {
      return "there is no " + missing.getFile();
    }
    if (first instanceof FileSystemException file && file.getReason() != null) {
      return file.getFile() + ": " + file.getReason();
    }
    String message = first.getMessage();
    boolean speaks = first instanceof IOException && message != null;
    return (speaks ? message : first.toString()).replaceAll("\\s*\\R\\s*", " ");
  }
}
