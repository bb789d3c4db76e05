/** TODO-DOC. */
@NullMarked
package dev.lethe.data;

import org.jspecify.annotations.NullMarked;
