package dev.lethe.data.inventory;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a picture.
 *
 * @param stamp of the file when it was looked at
 * @param sha256 of its content, in hexadecimal
 * @param decoded whether somebody tried to decode it
 * @param problem what is wrong with it, or null
 */
record Seen(String stamp, String sha256, boolean decoded, @Nullable String problem) {}
