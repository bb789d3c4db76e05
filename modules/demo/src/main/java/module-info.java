/** The demo: a small world of drawn people, and the CLIP that learns it. */
module dev.lethe.demo {
  requires com.fasterxml.jackson.databind;
  requires dev.lethe.api;
  requires net.datafaker;

  opens dev.lethe.demo.world to
      dev.lethe.api;
}
