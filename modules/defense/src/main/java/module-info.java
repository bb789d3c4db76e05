/** TODO-DOC. */
module dev.lethe.defense {
  requires dev.lethe.api;
}
