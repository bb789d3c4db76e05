/** From a configuration to an experiment that is known to be possible. */
@NullMarked
package dev.lethe.engine.plan;

import org.jspecify.annotations.NullMarked;
