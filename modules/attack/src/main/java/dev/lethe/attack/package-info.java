/** TODO-DOC. */
@NullMarked
package dev.lethe.attack;

import org.jspecify.annotations.NullMarked;
