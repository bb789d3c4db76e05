package dev.lethe.fetch.catalogue;

/** How files are packed into one. */
public enum ArchiveFormat {
  /** A zip archive. */
  ZIP,
  /** A tar archive, as it is or packed by gzip or Zstandard: the content tells. */
  TAR
}
