/** Checks what forgetting needs before anything is computed. */
@NullMarked
package dev.lethe.forgetting.plan;

import org.jspecify.annotations.NullMarked;
