/** Whether both walls, JPMS and OSGi, let the same packages through. */
@NullMarked
package dev.lethe.rules.exports;

import org.jspecify.annotations.NullMarked;
