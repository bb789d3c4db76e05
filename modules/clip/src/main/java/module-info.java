/** TODO-DOC. */
module dev.lethe.clip {
  requires dev.lethe.api;
}
