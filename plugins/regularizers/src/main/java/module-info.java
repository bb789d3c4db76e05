/** Regularizers as a plugin. */
module dev.lethe.plugin.regularizers {
  requires dev.lethe.tensor;

  opens dev.lethe.plugin.regularizers to
      com.google.guice,
      dev.lethe.api;
}
