/** Carries plans out, stage by stage. */
@NullMarked
package dev.lethe.experiment.run;

import org.jspecify.annotations.NullMarked;
