/** Which way modules and packages depend on each other, and what no class does. */
@NullMarked
package dev.lethe.rules.layers;

import org.jspecify.annotations.NullMarked;
