/** The commands, on the command line and in the interactive shell. */
module dev.lethe.shell {
  requires com.fasterxml.jackson.databind;
  requires dev.lethe.demo;
  requires dev.lethe.engine;
  requires dev.lethe.fetch;
  requires dev.lethe.io;
  requires dev.lethe.scaffold;
  requires dev.lethe.suite;
  requires dev.lethe.tensor;
  requires info.picocli;
  requires org.apache.felix.gogo.jline;
  requires org.apache.felix.gogo.runtime;
  requires org.jline;
  requires osgi.core;

  opens dev.lethe.shell.command to
      info.picocli;
}
