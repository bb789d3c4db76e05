/** TODO-DOC. */
@NullMarked
package dev.lethe.tensor;

import org.jspecify.annotations.NullMarked;
