/** The penalty on the norm of what each tensor has changed by. */
@NullMarked
package dev.lethe.defense.weightnorm;

import org.jspecify.annotations.NullMarked;
