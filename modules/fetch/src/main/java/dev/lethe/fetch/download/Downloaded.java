package dev.lethe.fetch.download;

/**
 * A file that is in place.
 *
 * @param bytes its length
 * @param sha256 the hash that was found
 * @param wasThere whether nothing had to be done
 */
public record Downloaded(long bytes, String sha256, boolean wasThere) {}
