/** TODO-DOC. */
@NullMarked
package dev.lethe.evaluation;

import org.jspecify.annotations.NullMarked;
