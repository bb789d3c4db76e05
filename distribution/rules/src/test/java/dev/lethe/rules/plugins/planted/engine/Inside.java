package dev.lethe.rules.plugins.planted.engine;

import dev.lethe.rules.plugins.planted.plugin.curious.Curious;

/** Is nobody's business, and knows a plugin. */
public final class Inside {

  /** Returns the plugin, called by its name. */
  public Curious curious() {
    return new Curious("very-curious", null);
  }
}
