/** Pictures with classes, from folders. */
@NullMarked
package dev.lethe.data.labels;

import org.jspecify.annotations.NullMarked;
