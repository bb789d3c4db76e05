/** Tables that say where pictures lie. */
@NullMarked
package dev.lethe.data.manifest;

import org.jspecify.annotations.NullMarked;
