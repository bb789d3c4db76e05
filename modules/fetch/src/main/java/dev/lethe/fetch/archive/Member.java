package dev.lethe.fetch.archive;

import java.io.IOException;
import java.io.InputStream;

/**
 * Something in an archive.
 *
 * @param name its path, as the archive gives it
 * @param type what it is
 * @param content what is in it, to be read before the next member
 * @param position how many bytes of the archive come before it, about
 */
record Member(String name, Type type, InputStream content, long position) {

  enum Type {
    FILE,
    FOLDER,
    /** A link or a device. */
    OTHER
  }

  /** Takes members in the order of the archive. */
  interface Visitor {
    void visit(Member member) throws IOException;
  }
}
