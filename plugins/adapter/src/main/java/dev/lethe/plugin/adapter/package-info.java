/** Bottleneck adapters: small layers that are trained inside a text tower that stays as it is. */
@NullMarked
package dev.lethe.plugin.adapter;

import org.jspecify.annotations.NullMarked;
