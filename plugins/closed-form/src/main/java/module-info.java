/** Two defenses of names without training, as a plugin. */
module dev.lethe.plugin.closedform {
  requires dev.lethe.tensor;

  opens dev.lethe.plugin.closedform to
      com.google.guice,
      dev.lethe.api;
}
