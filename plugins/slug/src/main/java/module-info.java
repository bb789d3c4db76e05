/** Single-layer unlearning gradient, as a plugin. */
module dev.lethe.plugin.slug {
  requires dev.lethe.tensor;

  opens dev.lethe.plugin.slug to
      com.google.guice,
      dev.lethe.api;
}
