/** The demo: a small world of drawn people, and the CLIP that learns it. */
module dev.lethe.demo {
  requires com.fasterxml.jackson.databind;
  requires transitive dev.lethe.api;
  requires dev.lethe.data;
  requires transitive dev.lethe.engine;
  requires dev.lethe.io;
  requires dev.lethe.tensor;
  requires org.snakeyaml.engine;

  exports dev.lethe.demo to
      dev.lethe.shell;

  opens dev.lethe.demo to
      dev.lethe.api;
  opens dev.lethe.demo.training to
      dev.lethe.api;
  opens dev.lethe.demo.world to
      dev.lethe.api;
}
