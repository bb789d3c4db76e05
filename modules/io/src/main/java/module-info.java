/** Files and folders: read strictly, written whole or not at all, hashed, removed. */
module dev.lethe.io {
  requires transitive dev.lethe.api;
  requires transitive com.fasterxml.jackson.databind;
  requires aircompressor;
  requires org.apache.commons.compress;
  requires org.apache.commons.csv;

  exports dev.lethe.io;
  exports dev.lethe.io.csv;
  exports dev.lethe.io.hash;
  exports dev.lethe.io.json;
}
