package dev.lethe.shell.result;

import ai.djl.ndarray.NDArray;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.ParameterRole;
import dev.lethe.api.model.VisionLanguageModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a person should look at before trusting a checkpoint. */
final class Suspicions {
  /** CLIP's training clips the logarithm of the temperature at that of 100. */
  private static final double HIGHEST_LOGIT_SCALE = Math.log(100) + 1e-3;

  /** A matrix of zeros computes nothing; biases of zeros are usual. */
  private static final Set<ParameterRole> NEVER_ZERO =
      Set.of(
          ParameterRole.TOKEN_EMBEDDING, ParameterRole.PATCH_EMBEDDING, ParameterRole.PROJECTION);

  private Suspicions() {}

  static List<String> of(VisionLanguageModel model) {
    List<String> sentences = new ArrayList<>(model.provenance().warnings());
    model.text().parameters().forEach(parameter -> look(parameter, sentences));
    if (model.architecture().vision() != null) {
      model.image().parameters().forEach(parameter -> look(parameter, sentences));
      double scale = model.logitScale().value().getFloat();
      if (!(scale >= 0 && scale <= HIGHEST_LOGIT_SCALE)) {
        sentences.add("logit_scale is %s, expected 0 to ln 100 = 4.605".formatted(scale));
      }
    }
    return sentences;
  }

  private static void look(Parameter parameter, List<String> sentences) {
    String name = parameter.info().name();
    try (NDArray magnitudes = parameter.value().abs();
        NDArray largest = magnitudes.max()) {
      float most = largest.getFloat();
      if (!Float.isFinite(most)) {
        sentences.add("%s has values that are no finite numbers".formatted(name));
      } else if (most == 0 && NEVER_ZERO.contains(parameter.info().role())) {
        sentences.add("%s is all zeros".formatted(name));
      }
    }
  }
}
