package dev.lethe.api;

/**
 * Where long work says how far it is. Implementations are safe for use by one thread at a time.
 *
 * <p>Every call is also a point at which work can be cancelled: when the calling thread has been
 * interrupted, {@link Task#advance} throws {@link CancelledException}.
 */
public interface Progress {

  /**
   * Begins a piece of work.
   *
   * @param name what is done, for a person to read: {@code forgetting}, {@code reading pictures}
   * @param total the number of units, at least 0
   * @return the running task; close it when the work ends, however it ends
   */
  Task begin(String name, long total);

  /** Says one thing worth knowing, in one line. */
  void message(String line);

  /** Work that has begun. */
  interface Task extends AutoCloseable {

    /**
     * Reports further units of work done.
     *
     * @throws CancelledException when the thread has been interrupted
     */
    void advance(long units);

    /** Shows a short text beside the bar, such as the current loss. */
    void note(String text);

    @Override
    void close();
  }

  /** Returns a progress that says nothing, and still notices an interrupt. */
  static Progress silent() {
    return SilentProgress.INSTANCE;
  }
}
