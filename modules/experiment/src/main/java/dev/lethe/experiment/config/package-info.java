/** The configuration of an experiment: YAML with overrides, read into checked records. */
@NullMarked
package dev.lethe.experiment.config;

import org.jspecify.annotations.NullMarked;
