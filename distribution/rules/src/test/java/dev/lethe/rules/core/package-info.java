/** The core runs, reports and shows every method, and knows none by name. */
@NullMarked
package dev.lethe.rules.core;

import org.jspecify.annotations.NullMarked;
