/** Many runs of one experiment: trials, launchers, and what they found together. */
module dev.lethe.suite {
  requires transitive dev.lethe.api;
  requires transitive dev.lethe.engine;
  requires dev.lethe.io;
  requires dev.lethe.report;
  requires org.apache.commons.statistics.inference;
  requires org.apache.commons.statistics.interval;

  exports dev.lethe.suite to
      dev.lethe.shell;

  opens dev.lethe.suite to
      com.fasterxml.jackson.databind,
      dev.lethe.api;
  opens dev.lethe.suite.file to
      dev.lethe.api;
  opens dev.lethe.suite.published to
      dev.lethe.api;
  opens dev.lethe.suite.local to
      com.google.guice,
      dev.lethe.api;
}
