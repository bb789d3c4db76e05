/** Attacks that tell whether a model knows a person. */
module dev.lethe.attack {
  requires dev.lethe.api;
  requires dev.lethe.tensor;

  opens dev.lethe.attack.idia to
      com.google.guice,
      dev.lethe.api;
}
