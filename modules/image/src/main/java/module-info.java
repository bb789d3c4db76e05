/** Pictures in Java's memory: Pillow's arithmetic, to the byte, and reading ahead. */
module dev.lethe.image {
  requires transitive dev.lethe.api;

  exports dev.lethe.image.color;
  exports dev.lethe.image.paste;
  exports dev.lethe.image.reading;
  exports dev.lethe.image.resize;
}
