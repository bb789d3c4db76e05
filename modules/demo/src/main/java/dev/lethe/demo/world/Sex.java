package dev.lethe.demo.world;

/** The two halves of FaceScrub. */
enum Sex {
  MAN("actors", "man"),
  WOMAN("actresses", "woman");

  private final String folder;
  private final String noun;

  Sex(String folder, String noun) {
    this.folder = folder;
    this.noun = noun;
  }

  String folder() {
    return folder;
  }

  String noun() {
    return noun;
  }
}
