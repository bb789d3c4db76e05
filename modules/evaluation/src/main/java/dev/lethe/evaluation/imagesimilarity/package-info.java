/** What pictures mean to the original and to the defended model, compared. */
@NullMarked
package dev.lethe.evaluation.imagesimilarity;

import org.jspecify.annotations.NullMarked;
