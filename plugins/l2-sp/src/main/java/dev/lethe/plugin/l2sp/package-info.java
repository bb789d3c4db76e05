/** L2-SP: the squared distance of a student's parameters to its teacher's. */
@NullMarked
package dev.lethe.plugin.l2sp;

import org.jspecify.annotations.NullMarked;
