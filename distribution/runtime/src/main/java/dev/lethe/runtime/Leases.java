package dev.lethe.runtime;

import java.util.HashMap;
import java.util.Map;
import org.osgi.framework.Bundle;

/** Counts the runs that hold on to a plugin. */
final class Leases {
  private final Map<Bundle, Integer> held = new HashMap<>();
  private Runnable onRelease = () -> {};

  synchronized void onRelease(Runnable action) {
    onRelease = action;
  }

  synchronized void acquire(Bundle bundle) {
    held.merge(bundle, 1, Integer::sum);
  }

  void release(Bundle bundle) {
    Runnable action;
    synchronized (this) {
      held.computeIfPresent(bundle, (key, runs) -> runs == 1 ? null : runs - 1);
      action = onRelease;
    }
    action.run();
  }

  synchronized int count(Bundle bundle) {
    return held.getOrDefault(bundle, 0);
  }
}
