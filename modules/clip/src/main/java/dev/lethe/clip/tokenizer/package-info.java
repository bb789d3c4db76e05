/**
 * What a {@code tokenizer.json} may hold. The library that reads it is native: what makes it panic
 * ends the whole process, so that everything it is handed was understood here before.
 */
@NullMarked
package dev.lethe.clip.tokenizer;

import org.jspecify.annotations.NullMarked;
