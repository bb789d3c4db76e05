/** What a run found out: as a value, a page, a text and tables. */
module dev.lethe.report {
  requires transitive dev.lethe.api;
  requires transitive dev.lethe.io;
  requires com.fasterxml.jackson.databind;
  requires com.github.weisj.jsvg;
  requires org.apache.commons.csv;

  exports dev.lethe.report to
      com.fasterxml.jackson.databind,
      dev.lethe.demo,
      dev.lethe.engine,
      dev.lethe.forgetting,
      dev.lethe.recipekit,
      dev.lethe.shell,
      dev.lethe.suite;
  exports dev.lethe.report.figures to
      dev.lethe.forgetting;
  exports dev.lethe.report.study to
      dev.lethe.shell,
      dev.lethe.suite;
  exports dev.lethe.report.requirement to
      dev.lethe.engine,
      dev.lethe.forgetting,
      dev.lethe.recipekit,
      dev.lethe.shell;
}
