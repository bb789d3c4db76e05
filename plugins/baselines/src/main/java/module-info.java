/** Baselines of the unlearning literature, as a plugin. */
module dev.lethe.plugin.baselines {
  requires dev.lethe.io;
  requires dev.lethe.tensor;

  opens dev.lethe.plugin.baselines to
      com.google.guice,
      dev.lethe.api;
}
