package dev.lethe.shell.progress;

import java.util.Locale;
import java.util.function.LongSupplier;

/** How far a piece of work is. */
final class TaskState {
  private static final double NANOS = 1e9;
  private static final int MINUTE = 60;
  private static final int HOUR = 3600;

  private final String name;
  private final long total;
  private final LongSupplier nanos;
  private final long started;
  private long done;
  private String note = "";

  TaskState(String name, long total, LongSupplier nanos) {
    this.name = name;
    this.total = total;
    this.nanos = nanos;
    started = nanos.getAsLong();
  }

  void advance(long units) {
    done += units;
  }

  void note(String text) {
    note = text;
  }

  String name() {
    return name;
  }

  String note() {
    return note;
  }

  /** Returns the share that is done, from 0 to 1. */
  double share() {
    return total <= 0 ? 0 : Math.min(1, (double) done / total);
  }

  double elapsedSeconds() {
    return (nanos.getAsLong() - started) / NANOS;
  }

  /** Returns whether it was too short for anybody to wait for it. */
  boolean isShort() {
    return elapsedSeconds() < 1;
  }

  /** Returns how long it took, such as {@code 1 min 05 s}. */
  String elapsed() {
    return duration(elapsedSeconds());
  }

  /** Returns how long it will still take if it goes on as before, or nothing while unknown. */
  String left() {
    double share = share();
    return share <= 0 || share >= 1
        ? ""
        : duration(elapsedSeconds() * (1 - share) / share) + " left";
  }

  private static String duration(double seconds) {
    long whole = Math.round(seconds);
    if (seconds < 10) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    if (whole < MINUTE) {
      return whole + " s";
    }
    if (whole < HOUR) {
      return "%d min %02d s".formatted(whole / MINUTE, whole % MINUTE);
    }
    return "%d h %02d min".formatted(whole / HOUR, whole % HOUR / MINUTE);
  }
}
