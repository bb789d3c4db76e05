/** Slurm as a plugin. */
module dev.lethe.plugin.slurm {
  requires dev.lethe.io;

  opens dev.lethe.plugin.slurm to
      com.fasterxml.jackson.databind,
      com.google.guice,
      dev.lethe.api;
}
