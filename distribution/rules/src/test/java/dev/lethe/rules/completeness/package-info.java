/** Finds extensions that were begun and not finished. */
@NullMarked
package dev.lethe.rules.completeness;

import org.jspecify.annotations.NullMarked;
