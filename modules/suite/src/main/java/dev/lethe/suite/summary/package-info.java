/** What the trials of a suite found together, from their reports alone. */
@NullMarked
package dev.lethe.suite.summary;

import org.jspecify.annotations.NullMarked;
