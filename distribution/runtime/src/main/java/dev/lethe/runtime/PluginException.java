package dev.lethe.runtime;

/** A plugin that cannot be used; the message says why, in one line. */
final class PluginException extends Exception {
  private static final long serialVersionUID = 1;

  PluginException(String message) {
    super(message);
  }
}
