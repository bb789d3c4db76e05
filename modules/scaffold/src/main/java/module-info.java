/** The first files of a plugin. */
module dev.lethe.scaffold {
  requires transitive dev.lethe.api;
  requires dev.lethe.io;

  exports dev.lethe.scaffold to
      dev.lethe.shell;
}
