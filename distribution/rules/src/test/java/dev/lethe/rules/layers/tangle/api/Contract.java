package dev.lethe.rules.layers.tangle.api;

import dev.lethe.rules.layers.tangle.data.Picture;

/** Knows an implementation, which is the wrong way round. */
public interface Contract {
  /** Uses it. */
  Picture picture();
}
