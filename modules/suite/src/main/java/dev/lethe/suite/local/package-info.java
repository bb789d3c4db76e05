/** Trials on this machine. */
@NullMarked
package dev.lethe.suite.local;

import org.jspecify.annotations.NullMarked;
