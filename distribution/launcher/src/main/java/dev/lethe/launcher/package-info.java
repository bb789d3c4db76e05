/** Starts the framework from a distribution's folder and runs one command in it. */
@NullMarked
package dev.lethe.launcher;

import org.jspecify.annotations.NullMarked;
