package dev.lethe.plugin.closedform;

import dev.lethe.api.verdict.Limit;

/** What no edit of the text tower alone protects from. */
final class NameLimits {
  static final Limit THE_FACE_IS_STILL_KNOWN =
      new Limit(
          "The face is still known.",
          "Only the text tower has changed: an image tower still maps all pictures of one person"
              + " close together, so pictures can still be matched to pictures.",
          true);

  private NameLimits() {}
}
