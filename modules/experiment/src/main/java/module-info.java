/** TODO-DOC. */
module dev.lethe.experiment {
  requires dev.lethe.api;
}
