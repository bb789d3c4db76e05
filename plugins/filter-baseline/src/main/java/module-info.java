/** A filter of names as a plugin, with the format of a model that has one. */
module dev.lethe.plugin.filter {
  requires dev.lethe.io;

  opens dev.lethe.plugin.filter to
      com.google.guice,
      dev.lethe.api;
}
