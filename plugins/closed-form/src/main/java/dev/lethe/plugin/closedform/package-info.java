/** Edits of the text tower that are solved for in closed form. */
@NullMarked
package dev.lethe.plugin.closedform;

import org.jspecify.annotations.NullMarked;
