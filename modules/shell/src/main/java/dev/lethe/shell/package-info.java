/** TODO-DOC. */
@NullMarked
package dev.lethe.shell;

import org.jspecify.annotations.NullMarked;
