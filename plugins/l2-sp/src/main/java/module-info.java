/** A regularizer as a plugin of its own. */
module dev.lethe.plugin.l2sp {
  requires dev.lethe.tensor;

  opens dev.lethe.plugin.l2sp to
      com.google.guice,
      dev.lethe.api;
}
