/** Faces that the image tower shall read as somebody neutral. */
@NullMarked
package dev.lethe.defense.image;

import org.jspecify.annotations.NullMarked;
