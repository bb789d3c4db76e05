/** Files and folders: read strictly, written whole or not at all, hashed, removed. */
module dev.lethe.io {
  requires transitive dev.lethe.api;

  exports dev.lethe.io;
  exports dev.lethe.io.hash;
}
