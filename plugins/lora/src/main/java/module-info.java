/** Low-rank adaptation as a plugin of its own. */
module dev.lethe.plugin.lora {
  requires dev.lethe.io;
  requires dev.lethe.tensor;

  opens dev.lethe.plugin.lora to
      com.google.guice,
      dev.lethe.api;
}
