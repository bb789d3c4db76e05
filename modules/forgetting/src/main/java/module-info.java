/** The recipe that makes a model forget people and measures whether it did. */
module dev.lethe.forgetting {
  requires dev.lethe.engine;
  requires dev.lethe.tensor;
  requires com.fasterxml.jackson.databind;

  opens dev.lethe.forgetting to
      com.google.guice,
      dev.lethe.api;
  opens dev.lethe.forgetting.config to
      dev.lethe.api;
  opens dev.lethe.forgetting.finding to
      com.fasterxml.jackson.databind;
  opens dev.lethe.forgetting.report to
      com.fasterxml.jackson.databind;
  opens dev.lethe.forgetting.run to
      com.fasterxml.jackson.databind;
}
