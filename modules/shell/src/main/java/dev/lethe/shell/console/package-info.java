/** How results, progress and failures reach a person or another program. */
@NullMarked
package dev.lethe.shell.console;

import org.jspecify.annotations.NullMarked;
