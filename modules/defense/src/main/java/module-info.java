/**
 * The paper's own defenses, of names and of faces, and weight-norm to hold them near the original.
 */
module dev.lethe.defense {
  requires dev.lethe.api;
  requires dev.lethe.image;
  requires dev.lethe.io;
  requires dev.lethe.tensor;

  opens dev.lethe.defense.image to
      com.google.guice,
      dev.lethe.api;
  opens dev.lethe.defense.text to
      com.google.guice,
      dev.lethe.api;
  opens dev.lethe.defense.weightnorm to
      com.google.guice;
}
