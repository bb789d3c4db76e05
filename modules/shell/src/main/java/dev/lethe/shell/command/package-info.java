/** The commands: what each takes, calls and prints. */
@NullMarked
package dev.lethe.shell.command;

import org.jspecify.annotations.NullMarked;
