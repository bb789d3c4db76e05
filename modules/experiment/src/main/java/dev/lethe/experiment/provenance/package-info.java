/** What made a result, from what, and when. */
@NullMarked
package dev.lethe.experiment.provenance;

import org.jspecify.annotations.NullMarked;
