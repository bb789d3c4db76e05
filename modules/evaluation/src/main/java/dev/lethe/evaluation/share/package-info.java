/** Parts of a whole, and how sure they are. */
@NullMarked
package dev.lethe.evaluation.share;

import org.jspecify.annotations.NullMarked;
