/** TODO-DOC. */
module dev.lethe.tensor {
  requires dev.lethe.api;
}
