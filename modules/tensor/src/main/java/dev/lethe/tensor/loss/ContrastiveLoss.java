package dev.lethe.tensor.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.tensor.TorchScript;

/**
 * The symmetric contrastive loss that trains a CLIP: each of n pictures shall find its text among
 * m, and the text its picture. Pictures that say the same share one text, so that no text is both
 * right and wrong for a picture; with m = n and text i for picture i this is the loss of the paper.
 * Owns native memory.
 *
 * <p>Source: Radford et al., "Learning Transferable Visual Models From Natural Language
 * Supervision", ICML 2021, figure 3.
 */
public final class ContrastiveLoss implements AutoCloseable {
  private static final String SOURCE =
      """
      def normalize(self, x: Tensor) -> Tensor:
        return x / torch.clamp_min(torch.linalg_vector_norm(x, 2, [1], True), 1e-12)

      def contrastive(self, image: Tensor, text: Tensor, label: Tensor, t: Tensor) -> Tensor:
        i = self.normalize(image)
        j = self.normalize(text)
        logits = torch.exp(t) * torch.matmul(i, torch.transpose(j, 0, 1))
        own = torch.unsqueeze(label, 1)
        by_image = torch.mean(torch.gather(torch.log_softmax(logits, 1), 1, own))
        by_text = torch.mean(torch.gather(torch.log_softmax(logits, 0), 1, own))
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
   * @param image embeddings [n, d], not normalized
   * @param text embeddings [m, d], not normalized
   * @param label [n] 64-bit integers: which of the m texts belongs to each picture
   * @param logScale t, the natural logarithm of the inverse temperature, one element
   * @return one element, differentiable
   * @throws IllegalArgumentException if the shapes are others
   */
  public NDArray of(NDManager owner, NDArray image, NDArray text, NDArray label, NDArray logScale) {
    if (image.getShape().dimension() != 2
        || text.getShape().dimension() != 2
        || image.getShape().get(1) != text.getShape().get(1)
        || label.size() != image.getShape().get(0)
        || logScale.size() != 1) {
      throw new IllegalArgumentException(
          "expected images [n, d], texts [m, d], labels [n] and one scale, found %s, %s, %s and %s"
              .formatted(image.getShape(), text.getShape(), label.getShape(), logScale.getShape()));
    }
    return script.call(owner, "contrastive", image, text, label, logScale).singletonOrThrow();
  }

  @Override
  public void close() {
    script.close();
  }
}
