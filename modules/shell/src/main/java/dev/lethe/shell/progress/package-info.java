/** Progress as a bar for a person at a terminal, or as plain lines for a log. */
@NullMarked
package dev.lethe.shell.progress;

import org.jspecify.annotations.NullMarked;
