/** Random full names, drawn by seed. */
@NullMarked
package dev.lethe.data.names;

import org.jspecify.annotations.NullMarked;
