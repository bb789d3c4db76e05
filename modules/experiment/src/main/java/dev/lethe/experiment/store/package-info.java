/** What stays on disk: runs, caches, locks, and files that are whole or not there. */
@NullMarked
package dev.lethe.experiment.store;

import org.jspecify.annotations.NullMarked;
