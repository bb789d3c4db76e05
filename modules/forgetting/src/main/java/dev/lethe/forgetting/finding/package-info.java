/** What a run of this recipe found out, as typed values: the recipe's own section of a report. */
@NullMarked
package dev.lethe.forgetting.finding;

import org.jspecify.annotations.NullMarked;
