/** Names that the text tower shall read as something neutral. */
@NullMarked
package dev.lethe.defense.text;

import org.jspecify.annotations.NullMarked;
