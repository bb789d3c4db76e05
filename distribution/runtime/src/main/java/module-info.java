/** Publishes plugins as services, and replaces them while runs go on. */
module dev.lethe.runtime {
  requires dev.lethe.api;
  requires dev.lethe.io;
  requires org.slf4j;
  requires osgi.core;
}
