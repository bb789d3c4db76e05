/** The hash of a data set. */
@NullMarked
package dev.lethe.data.hash;

import org.jspecify.annotations.NullMarked;
