/** TODO-DOC. */
module dev.lethe.testkit {
  requires dev.lethe.api;
}
