/** Starts trials as jobs of Slurm and finds them again. */
@NullMarked
package dev.lethe.plugin.slurm;

import org.jspecify.annotations.NullMarked;
