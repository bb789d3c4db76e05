package dev.lethe.demo.world;

/** What a caption may say about a photograph besides who is on it. */
record Scene(NamedColor background, NamedColor shirt) {

  static Scene draw(Draw draw) {
    return new Scene(draw.from(Palette.BACKGROUND), draw.from(Palette.CLOTH));
  }
}
