/** A core that knows a method, as the rules must find it. */
@NullMarked
package dev.lethe.rules.core.coupled;

import org.jspecify.annotations.NullMarked;
