/** Penalties that hold a student near its teacher, each in one file. */
@NullMarked
package dev.lethe.plugin.regularizers;

import org.jspecify.annotations.NullMarked;
