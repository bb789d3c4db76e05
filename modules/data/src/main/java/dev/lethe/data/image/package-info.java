/**
 * Decodes pictures to what Pillow's {@code Image.open} gives, so that a model sees the same pixels.
 */
@NullMarked
package dev.lethe.data.image;

import org.jspecify.annotations.NullMarked;
