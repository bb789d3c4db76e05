/** Plugins use what is open to everybody, and nobody else knows them. */
@NullMarked
package dev.lethe.rules.plugins;

import org.jspecify.annotations.NullMarked;
