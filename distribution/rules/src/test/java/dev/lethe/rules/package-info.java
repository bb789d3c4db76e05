/** Rules that hold for the whole of the code, checked on what was built. */
@NullMarked
package dev.lethe.rules;

import org.jspecify.annotations.NullMarked;
