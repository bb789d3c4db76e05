/** TODO-DOC. */
module dev.lethe.evaluation {
  requires dev.lethe.api;
}
