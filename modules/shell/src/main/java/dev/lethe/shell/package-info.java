/** The bundle's entry: one command line for the launcher. */
@NullMarked
package dev.lethe.shell;

import org.jspecify.annotations.NullMarked;
