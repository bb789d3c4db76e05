package dev.lethe.fetch.catalogue;

/** How files are packed into one. */
public enum ArchiveFormat {
  /** A zip archive. */
  ZIP,
  /** A tar archive, as it is or compressed by gzip: the content tells. */
  TAR
}
