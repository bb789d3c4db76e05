/** Contract tests that every implementation of a service kind must pass, and what they run on. */
module dev.lethe.testkit {
  requires transitive dev.lethe.api;
  requires dev.lethe.io;
  requires dev.lethe.tensor;
  requires transitive org.assertj.core;
  requires transitive org.junit.jupiter.api;
  requires transitive org.opentest4j;
  requires java.desktop;

  exports dev.lethe.testkit;
  exports dev.lethe.testkit.data;
  exports dev.lethe.testkit.defense;
  exports dev.lethe.testkit.measure;
  exports dev.lethe.testkit.model;
  exports dev.lethe.testkit.trial;
}
