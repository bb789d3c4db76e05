/** The report of this recipe: its envelope, filled from typed findings, and older reports of it. */
@NullMarked
package dev.lethe.forgetting.report;

import org.jspecify.annotations.NullMarked;
