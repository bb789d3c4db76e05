/** Keeps docs/configuration.md as the settings records are. */
@NullMarked
package dev.lethe.rules.documents;

import org.jspecify.annotations.NullMarked;
