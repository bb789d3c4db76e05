/** Tests of the whole: the assembled distribution, driven as a user drives it. */
@NullMarked
package dev.lethe.system;

import org.jspecify.annotations.NullMarked;
