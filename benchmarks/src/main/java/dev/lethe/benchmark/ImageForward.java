package dev.lethe.benchmark;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.ImageEncoder;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.tensor.Autograd;
import dev.lethe.tensor.safetensors.SafetensorsFile;
import java.util.Map;

/** The forward pass of the image tower over the pictures of a file, without gradients. */
final class ImageForward implements Job {
  @Override
  public Map<String, Object> run(Arguments arguments, Lethe lethe, Turns turns) {
    try (VisionLanguageModel model = lethe.model(arguments.path("model"));
        SafetensorsFile file = SafetensorsFile.open(arguments.path("pixels"))) {
      NDArray pixels = file.read(lethe.manager(), "pixels");
      turns.take(arguments.number("rounds"), turn -> forward(lethe, model.image(), pixels));
    }
    return Map.of();
  }

  private static Map<String, Object> forward(Lethe lethe, ImageEncoder image, NDArray pixels) {
    try (NDManager scope = lethe.manager().newSubManager()) {
      NDArray embeddings =
          Autograd.withoutGradients(() -> image.forward(scope, image.parameters(), pixels));
      return Map.of("first", embeddings.get(0).toFloatArray());
    }
  }
}
