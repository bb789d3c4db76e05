/** Where people, captions, labeled pictures and names come from. */
module dev.lethe.data {
  requires com.fasterxml.jackson.databind;
  requires com.twelvemonkeys.imageio.webp;
  requires dev.lethe.api;
  requires dev.lethe.io;
  requires dev.lethe.tensor;
  requires java.desktop;
  requires org.apache.commons.compress;
  requires org.snakeyaml.engine;

  exports dev.lethe.data.english to
      dev.lethe.demo;

  opens dev.lethe.data to
      com.google.guice;
  opens dev.lethe.data.captions to
      com.google.guice,
      dev.lethe.api;
  opens dev.lethe.data.inventory to
      dev.lethe.api;
  opens dev.lethe.data.labels to
      com.google.guice,
      dev.lethe.api;
  opens dev.lethe.data.manifest to
      dev.lethe.api;
  opens dev.lethe.data.names to
      com.google.guice,
      dev.lethe.api;
  opens dev.lethe.data.people to
      com.google.guice,
      dev.lethe.api;
  opens dev.lethe.data.pictures to
      com.google.guice,
      dev.lethe.api;
}
