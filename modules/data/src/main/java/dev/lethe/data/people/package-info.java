/** Photographs of named people, from folders. */
@NullMarked
package dev.lethe.data.people;

import org.jspecify.annotations.NullMarked;
