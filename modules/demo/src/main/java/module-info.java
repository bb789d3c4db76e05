/** TODO-DOC. */
module dev.lethe.demo {
  requires dev.lethe.api;
}
