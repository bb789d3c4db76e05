/** Captions, from texts, tables and JSON. */
@NullMarked
package dev.lethe.data.captions;

import org.jspecify.annotations.NullMarked;
