package dev.lethe.plugin.closedform;

/** What is done to the names' directions outside the preserved span. */
public enum NullSpaceEdit {
  /** Embeddings of names move to those of their target as far as they can. */
  MAP,
  /** The directions from targets to names are projected out. */
  REMOVE
}
