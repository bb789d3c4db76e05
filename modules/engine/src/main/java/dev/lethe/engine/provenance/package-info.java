/** What made a result, from what, and when. */
@NullMarked
package dev.lethe.engine.provenance;

import org.jspecify.annotations.NullMarked;
