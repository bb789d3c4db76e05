package dev.lethe.runtime;

import dev.lethe.api.LetheException;
import dev.lethe.io.Visible;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleException;

/** Why a plugin failed, in one line that a terminal can show. Plugins throw what they like. */
final class Reason {
  private static final int LONGEST = 500;

  private Reason() {}

  /** Returns the innermost failure that says anything, and of which class it is. */
  static String of(Throwable failure) {
    Throwable innermost = failure;
    for (int depth = 0; depth < LONGEST; depth++) {
      Throwable cause = isWrapper(innermost) ? cause(innermost) : null;
      if (cause == null) {
        break;
      }
      innermost = cause;
    }
    String message = message(innermost);
    if (message == null) {
      return oneLine(innermost.getClass().getName());
    }
    boolean speaksForItself =
        innermost instanceof PluginException
            || innermost instanceof LetheException
            || innermost instanceof BundleException;
    return oneLine(speaksForItself ? message : innermost.getClass().getName() + ": " + message);
  }

  /** Returns a text in one line in which nothing is hidden, cut where it is too long. */
  static String oneLine(String text) {
    String line = Visible.oneLine(text);
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
  }

  private static boolean isWrapper(Throwable failure) {
    return failure instanceof ExceptionInInitializerError || failure instanceof BundleException;
  }

  /** A plugin's own exceptions may fail when they are asked. */
  private static @Nullable Throwable cause(Throwable failure) {
    try {
      return failure.getCause();
    } catch (RuntimeException | Error e) {
      return null;
    }
  }

  private static @Nullable String message(Throwable failure) {
    try {
      return failure.getMessage();
    } catch (RuntimeException | Error e) {
      return null;
    }
  }
}
