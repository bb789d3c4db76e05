/** Attacks that tell whether a model knows a person. */
module dev.lethe.attack {
  requires dev.lethe.api;
  requires org.apache.commons.statistics.interval;

  opens dev.lethe.attack.idia to
      com.google.guice,
      dev.lethe.api;
}
