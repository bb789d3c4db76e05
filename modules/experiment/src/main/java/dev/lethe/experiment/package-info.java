/** TODO-DOC. */
@NullMarked
package dev.lethe.experiment;

import org.jspecify.annotations.NullMarked;
