/** Runs recipes: configuration, plan, stages, store, provenance, redaction. */
module dev.lethe.engine {
  requires transitive dev.lethe.api;
  requires transitive dev.lethe.report;
  requires ai.djl.pytorch_engine;
  requires transitive dev.lethe.io;
  requires dev.lethe.tensor;
  requires com.fasterxml.jackson.databind;
  requires org.apache.commons.csv;
  requires org.snakeyaml.engine;

  exports dev.lethe.engine to
      dev.lethe.demo,
      dev.lethe.forgetting,
      dev.lethe.recipekit,
      dev.lethe.shell,
      dev.lethe.suite;
  exports dev.lethe.engine.config to
      dev.lethe.forgetting,
      dev.lethe.recipekit,
      dev.lethe.suite;
  exports dev.lethe.engine.embedding to
      dev.lethe.forgetting;
  exports dev.lethe.engine.extension to
      dev.lethe.forgetting,
      dev.lethe.recipekit;
  exports dev.lethe.engine.finished to
      dev.lethe.forgetting;
  exports dev.lethe.engine.model to
      dev.lethe.forgetting,
      dev.lethe.shell;
  exports dev.lethe.engine.recipe to
      dev.lethe.forgetting,
      dev.lethe.recipekit;
  exports dev.lethe.engine.store to
      dev.lethe.forgetting,
      dev.lethe.recipekit;

  opens dev.lethe.engine to
      com.fasterxml.jackson.databind;
  opens dev.lethe.engine.config to
      dev.lethe.api;
  opens dev.lethe.engine.manifest to
      com.fasterxml.jackson.databind;
  opens dev.lethe.engine.run to
      com.fasterxml.jackson.databind;
  opens dev.lethe.engine.store to
      com.fasterxml.jackson.databind;
}
