/** Captions, from text files. */
@NullMarked
package dev.lethe.data.captions;

import org.jspecify.annotations.NullMarked;
