/** Bottleneck adapters as a plugin of their own. */
module dev.lethe.plugin.adapter {
  requires dev.lethe.io;
  requires dev.lethe.tensor;

  opens dev.lethe.plugin.adapter to
      com.google.guice,
      dev.lethe.api;
}
