/** Damaged files, and a process of its own that must survive them. */
@NullMarked
package dev.lethe.tensor.mutation;

import org.jspecify.annotations.NullMarked;
