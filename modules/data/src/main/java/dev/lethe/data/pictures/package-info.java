/** Ordinary pictures, with captions where somebody wrote any. */
@NullMarked
package dev.lethe.data.pictures;

import org.jspecify.annotations.NullMarked;
