/** How a suite is written, and the trials that follow from it. */
@NullMarked
package dev.lethe.suite.file;

import org.jspecify.annotations.NullMarked;
