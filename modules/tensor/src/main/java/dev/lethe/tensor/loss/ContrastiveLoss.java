package dev.lethe.tensor.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.tensor.TorchScript;

/**
 * The symmetric contrastive loss that trains a CLIP: of a batch of n pairs, each picture shall find
 * its text among the n texts, and each text its picture. Owns native memory.
 *
 * <p>Source: Radford et al., "Learning Transferable Visual Models From Natural Language
 * Supervision", ICML 2021, figure 3.
 */
public final class ContrastiveLoss implements AutoCloseable {
  private static final String SOURCE =
      """
      def normalise(self, x: Tensor) -> Tensor:
        return x / torch.clamp_min(torch.linalg_vector_norm(x, 2, [1], True), 1e-12)

      def contrastive(self, image: Tensor, text: Tensor, t: Tensor) -> Tensor:
        i = self.normalise(image)
        j = self.normalise(text)
        logits = torch.exp(t) * torch.matmul(i, torch.transpose(j, 0, 1))
        by_image = torch.mean(torch.diagonal(torch.log_softmax(logits, 1)))
        by_text = torch.mean(torch.diagonal(torch.log_softmax(logits, 0)))
        return -(by_image + by_text) / 2
      """;

  private final TorchScript script;

  private ContrastiveLoss(TorchScript script) {
    this.script = script;
  }

  /**
   * Prepares the loss.
   *
   * @param manager closes the loss when it is closed
   */
  public static ContrastiveLoss compile(NDManager manager) {
    return new ContrastiveLoss(TorchScript.compile(manager, "ContrastiveLoss", SOURCE));
  }

  /**
   * Computes the loss.
   *
   * @param owner owns the result; must stay open until the backward pass, as must the inputs
   * @param image embeddings [n, d], not normalised
   * @param text embeddings [n, d] of the same pairs, not normalised
   * @param logScale t, the natural logarithm of the inverse temperature, one element
   * @return one element, differentiable
   * @throws IllegalArgumentException if the shapes are others
   */
  public NDArray of(NDManager owner, NDArray image, NDArray text, NDArray logScale) {
    if (image.getShape().dimension() != 2
        || !image.getShape().equals(text.getShape())
        || logScale.size() != 1) {
      throw new IllegalArgumentException(
          "expected images [n, d], texts [n, d] and one scale, found %s, %s and %s"
              .formatted(image.getShape(), text.getShape(), logScale.getShape()));
    }
    return script.call(owner, "contrastive", image, text, logScale).singletonOrThrow();
  }

  @Override
  public void close() {
    script.close();
  }
}
