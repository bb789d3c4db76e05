/** The contracts of Lethe: what a plugin author must see. */
module dev.lethe.api {
  requires transitive ai.djl.api;
  requires transitive com.google.guice;
  requires transitive jakarta.inject;
  requires transitive org.jspecify;
  requires static transitive org.osgi.annotation.bundle;
  requires static transitive org.osgi.annotation.versioning;

  exports dev.lethe.api;
  exports dev.lethe.api.attack;
  exports dev.lethe.api.data;
  exports dev.lethe.api.defense;
  exports dev.lethe.api.evaluation;
  exports dev.lethe.api.image;
  exports dev.lethe.api.method;
  exports dev.lethe.api.metric;
  exports dev.lethe.api.model;
  exports dev.lethe.api.panel;
  exports dev.lethe.api.plugin;
  exports dev.lethe.api.settings;
  exports dev.lethe.api.trial;
  exports dev.lethe.api.verdict;
}
