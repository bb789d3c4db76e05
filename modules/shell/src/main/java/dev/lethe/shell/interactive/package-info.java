/** The interactive shell: the same commands through Gogo, with completion, history and jobs. */
@NullMarked
package dev.lethe.shell.interactive;

import org.jspecify.annotations.NullMarked;
