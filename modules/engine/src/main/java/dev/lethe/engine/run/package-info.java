/** Carries plans out, stage by stage. */
@NullMarked
package dev.lethe.engine.run;

import org.jspecify.annotations.NullMarked;
