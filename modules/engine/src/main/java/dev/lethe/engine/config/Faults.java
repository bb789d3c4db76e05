package dev.lethe.engine.config;

import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.UsageException;
import dev.lethe.api.settings.SettingsException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is wrong with the parts of a configuration, so that a user hears of all of it at once. */
public final class Faults {
  private final List<LetheException> found = new ArrayList<>();

  /** Checks a part and remembers what is wrong with it. */
  public void in(Runnable part) {
    try {
      part.run();
    } catch (SettingsException | NotFoundException e) {
      found.add(e);
    }
  }

  /**
   * Says what was found, in one line.
   *
   * @throws LetheException if anything was; a {@link NotFoundException} if all of it is missing
   */
  public void requireNone(Places places) {
    List<LetheException> located =
        found.stream()
            .map(e -> e instanceof SettingsException wrong ? places.locate(wrong) : e)
            .toList();
    if (located.size() == 1) {
      throw located.get(0);
    }
    if (located.size() > 1) {
      String all =
          located.stream()
              .map(LetheException::getMessage)
              .distinct()
              .collect(Collectors.joining("; "));
      throw located.stream().allMatch(NotFoundException.class::isInstance)
          ? new NotFoundException(all)
          : new UsageException(all);
    }
  }
}
