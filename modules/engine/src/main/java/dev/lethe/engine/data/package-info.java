/** What is there of the data that a configuration names. */
@NullMarked
package dev.lethe.engine.data;

import org.jspecify.annotations.NullMarked;
