/** From text to batches of token ids: cleaning, byte-pair encoding, trimming, buckets of length. */
@NullMarked
package dev.lethe.clip.text;

import org.jspecify.annotations.NullMarked;
