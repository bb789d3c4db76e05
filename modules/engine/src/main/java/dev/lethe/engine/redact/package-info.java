/** Pseudonyms in place of names, so that a report can be shown to anybody. */
@NullMarked
package dev.lethe.engine.redact;

import org.jspecify.annotations.NullMarked;
