/** TODO-DOC. */
@NullMarked
package dev.lethe.defense;

import org.jspecify.annotations.NullMarked;
