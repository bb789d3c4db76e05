/** The paper's own defense: text-backdoor, and weight-norm to hold it near the original. */
module dev.lethe.defense {
  requires dev.lethe.api;
  requires dev.lethe.io;
  requires dev.lethe.tensor;

  opens dev.lethe.defense.text to
      com.google.guice,
      dev.lethe.api;
  opens dev.lethe.defense.weightnorm to
      com.google.guice;
}
