/** Trials in MLflow's file store. */
@NullMarked
package dev.lethe.plugin.mlflow;

import org.jspecify.annotations.NullMarked;
