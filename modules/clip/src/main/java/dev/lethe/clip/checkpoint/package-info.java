/** What all checkpoint formats share: stored names, tensors, configuration files and folders. */
@NullMarked
package dev.lethe.clip.checkpoint;

import org.jspecify.annotations.NullMarked;
