/** TODO-DOC. */
module dev.lethe.attack {
  requires dev.lethe.api;
}
