package dev.lethe.fetch.catalogue;

/** What an entry of the catalogue is good for. */
public enum Kind {
  /** A checkpoint. */
  MODEL("model", "models"),
  /** Pictures, captions, names or whatever else an experiment reads. */
  DATA("data", "data");

  private final String word;
  private final String folder;

  Kind(String word, String folder) {
    this.word = word;
    this.folder = folder;
  }

  /** Returns the kind as commands call it. */
  public String word() {
    return word;
  }

  /** Returns the folder that holds a folder for each entry, if nobody says otherwise. */
  public String folder() {
    return folder;
  }
}
