/** Offers CLIP's formats to a run. */
@NullMarked
package dev.lethe.clip;

import org.jspecify.annotations.NullMarked;
