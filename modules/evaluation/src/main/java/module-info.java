/** Measures of what a defence changed. */
module dev.lethe.evaluation {
  requires com.fasterxml.jackson.databind;
  requires dev.lethe.api;
  requires org.apache.commons.statistics.interval;

  opens dev.lethe.evaluation to
      com.google.guice,
      dev.lethe.api;
}
