/** Experiments: from a configuration to a report of what a model forgot. */
module dev.lethe.experiment {
  requires transitive dev.lethe.api;
  requires ai.djl.pytorch_engine;
  requires transitive dev.lethe.report;
  requires dev.lethe.io;
  requires dev.lethe.tensor;
  requires com.fasterxml.jackson.databind;
  requires org.apache.commons.csv;
  requires org.slf4j;
  requires org.snakeyaml.engine;

  exports dev.lethe.experiment to
      dev.lethe.demo,
      dev.lethe.shell;

  opens dev.lethe.experiment.config to
      dev.lethe.api;
  opens dev.lethe.experiment.manifest to
      com.fasterxml.jackson.databind;
  opens dev.lethe.experiment.run to
      com.fasterxml.jackson.databind;
  opens dev.lethe.experiment.store to
      com.fasterxml.jackson.databind;
}
