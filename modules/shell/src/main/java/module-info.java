/** TODO-DOC. */
module dev.lethe.shell {
  requires dev.lethe.api;
}
