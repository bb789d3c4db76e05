package dev.lethe.data.inventory;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a file.
 *
 * @param stamp of the file when it was looked at
 * @param sha256 of its content, in hexadecimal; empty for what is no picture
 * @param picture whether it begins as a picture that can be read does
 * @param decoded whether somebody tried to decode it
 * @param problem what is wrong with it, or what it is where it is no picture; or null
 */
record KnownFile(
    String stamp, String sha256, boolean picture, boolean decoded, @Nullable String problem) {}
