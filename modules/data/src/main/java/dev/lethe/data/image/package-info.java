/**
 * Decodes pictures to 8-bit RGB as Pillow's {@code convert('RGB')} does, so that a model sees the
 * same pixels.
 */
@NullMarked
package dev.lethe.data.image;

import org.jspecify.annotations.NullMarked;
