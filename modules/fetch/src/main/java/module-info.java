/** Models and data that others publish: where they are, and how they get here. */
module dev.lethe.fetch {
  requires transitive dev.lethe.api;
  requires dev.lethe.io;
  requires java.net.http;
  requires org.apache.commons.compress;
  requires org.snakeyaml.engine;

  exports dev.lethe.fetch to
      dev.lethe.shell;
  exports dev.lethe.fetch.catalogue to
      dev.lethe.shell;

  opens dev.lethe.fetch.catalogue to
      dev.lethe.api;
}
