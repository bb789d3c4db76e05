/** The commands, on the command line and in the interactive shell. */
module dev.lethe.shell {
  requires com.fasterxml.jackson.databind;
  requires dev.lethe.api;
  requires dev.lethe.experiment;
  requires info.picocli;
  requires org.slf4j;
  requires osgi.core;

  opens dev.lethe.shell.command to
      info.picocli;
}
