/** Files and folders: read strictly, written whole or not at all, hashed, removed. */
module dev.lethe.io {
  requires transitive dev.lethe.api;
  requires transitive com.fasterxml.jackson.databind;

  exports dev.lethe.io;
  exports dev.lethe.io.hash;
  exports dev.lethe.io.json;
}
