/** TODO-DOC. */
module dev.lethe.data {
  requires dev.lethe.api;
}
