/** What commands print of a finished run. */
@NullMarked
package dev.lethe.shell.result;

import org.jspecify.annotations.NullMarked;
