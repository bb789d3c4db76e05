package dev.lethe.tensor.pickle;

/**
 * A file within an archive, already checked to lie within it.
 *
 * @param name its path
 * @param begin where its bytes begin, counted from the start of the archive
 * @param length the number of its bytes
 * @param plain whether its bytes are stored as they are
 */
record ZipRecord(String name, long begin, long length, boolean plain) {

  /** Returns this record if its bytes can be read where they lie. */
  ZipRecord requirePlain() {
    if (!plain) {
      throw new RefusedException(
          "its record '%s' is compressed or encrypted; PyTorch stores records as they are", name);
    }
    return this;
  }
}
