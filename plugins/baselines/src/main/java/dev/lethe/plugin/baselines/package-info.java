/** What the unlearning literature compares with, for the names that a text tower knows. */
@NullMarked
package dev.lethe.plugin.baselines;

import org.jspecify.annotations.NullMarked;
