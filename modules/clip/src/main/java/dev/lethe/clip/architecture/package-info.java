/** The architectures that have a name, and the one that can be told from a checkpoint's tensors. */
@NullMarked
package dev.lethe.clip.architecture;

import org.jspecify.annotations.NullMarked;
