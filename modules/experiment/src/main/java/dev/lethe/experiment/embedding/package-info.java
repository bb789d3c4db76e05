/** Embeddings of pictures that are kept, so that no attack embeds what another one has embedded. */
@NullMarked
package dev.lethe.experiment.embedding;

import org.jspecify.annotations.NullMarked;
