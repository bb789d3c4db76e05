/** TODO-DOC. */
@NullMarked
package dev.lethe.clip;

import org.jspecify.annotations.NullMarked;
