/** How near the right answers of a search are. */
@NullMarked
package dev.lethe.evaluation.ranking;

import org.jspecify.annotations.NullMarked;
