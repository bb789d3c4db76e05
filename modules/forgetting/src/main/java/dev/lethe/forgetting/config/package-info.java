/** The part of a configuration that belongs to forgetting. */
@NullMarked
package dev.lethe.forgetting.config;

import org.jspecify.annotations.NullMarked;
