package dev.lethe.tensor.pickle;

/** What is wrong with a file, said by code that does not know which file it is. */
final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  RefusedException(String message, Object... arguments) {
    super(message.formatted(arguments));
  }
}
