package dev.lethe.api.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.Progress;
import java.util.Collection;
import java.util.List;

/** The text tower. A batch is a list of token ids as {@link Tokenizer#encode} gives them. */
public interface TextEncoder extends Encoder<List<int[]>> {

  /** Returns the tokenizer of this model. */
  Tokenizer tokenizer();

  /**
   * Computes the embeddings of texts, without gradients, batch by batch.
   *
   * @param manager owns the result
   * @param texts at least one
   * @return unnormalized embeddings [n, d], in the order of the texts
   */
  NDArray encode(NDManager manager, List<String> texts, Progress progress);

  /**
   * Returns the hidden states that a diffusion model consumes, padded to the full context: those
   * after the final norm, or before it and the last blocks where the architecture has {@linkplain
   * TextArchitecture#unread unread} ones. Differentiable.
   *
   * @return [n, context length, width]
   */
  NDArray hiddenStates(NDManager manager, ParameterSet parameters, List<int[]> batch);

  /**
   * Computes what one matrix reads and gives at the end of each text, without gradients, batch by
   * batch: what an edit in closed form is solved from.
   *
   * @param manager owns the results
   * @param matrix the name of one of {@link EndStates#matrices}: the weight of an {@link
   *     ParameterRole#MLP_OUTPUT}, [out, in], or of the {@link ParameterRole#PROJECTION}, [in, out]
   * @param batch at least one text
   * @throws IllegalArgumentException if this tower has no such matrix
   */
  EndStates endStates(NDManager manager, String matrix, List<int[]> batch);

  /**
   * Opens this tower for training on texts whose tokens are all known beforehand: only the rows of
   * the token embedding that occur there become parameters. This is exact as long as the optimizer
   * leaves a tensor alone whose gradient is zero (no weight decay).
   *
   * @param occurring every text that may be passed to {@link TrainableEncoder#forward}
   */
  TrainableEncoder<List<int[]>> trainable(Collection<int[]> occurring);

  /**
   * Opens this tower for training on its hidden states: as {@link #trainable}, but {@link
   * TrainableEncoder#forward} gives, for each text, what {@link #hiddenStates} gives as one row [n,
   * context length * width]. A projection of the embeddings has no part in them.
   */
  TrainableEncoder<List<int[]>> trainableStates(Collection<int[]> occurring);
}
