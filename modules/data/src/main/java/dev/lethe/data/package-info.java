/** Offers the data sources of this bundle. */
@NullMarked
package dev.lethe.data;

import org.jspecify.annotations.NullMarked;
