/** Forgets by one step along one gradient, in the one layer where it harms least. */
@NullMarked
package dev.lethe.plugin.slug;

import org.jspecify.annotations.NullMarked;
