/** Plugins as they come and go: their jars, their services, and the runs that hold on to them. */
@NullMarked
package dev.lethe.runtime;

import org.jspecify.annotations.NullMarked;
