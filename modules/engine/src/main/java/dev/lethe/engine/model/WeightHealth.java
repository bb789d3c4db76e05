package dev.lethe.engine.model;

import ai.djl.ndarray.NDArray;
import dev.lethe.api.LetheException;
import dev.lethe.api.model.Model;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.ParameterRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the values of a model's parameters say about it, whatever has made them.
 *
 * @param faults what makes everything meaningless that a tower computes, a sentence each
 * @param doubts what a person should look at, a sentence each
 */
public record WeightHealth(List<String> faults, List<String> doubts) {
  private static final String NOT_FINITE = "%s has values that are no finite numbers";

  /** CLIP's training clips the logarithm of the temperature at that of 100. */
  private static final double HIGHEST_LOGIT_SCALE = Math.log(100) + 1e-3;

  /** A matrix of zeros computes nothing; biases of zeros are usual. */
  private static final Set<ParameterRole> NEVER_ZERO =
      Set.of(
          ParameterRole.TOKEN_EMBEDDING, ParameterRole.PATCH_EMBEDDING, ParameterRole.PROJECTION);

  /** Keeps copies. */
  public WeightHealth {
    faults = List.copyOf(faults);
    doubts = List.copyOf(doubts);
  }

  /** Looks at every value. */
  public static WeightHealth of(Model model) {
    return new Look().at(model);
  }

  /**
   * Refuses a model whose results would mean nothing.
   *
   * @throws LetheException naming the first parameter that is broken
   */
  public void requireSound(Model model) {
    if (!faults.isEmpty()) {
      throw new LetheException(
          "the model in %s is broken: %s%s"
              .formatted(
                  model.provenance().path(),
                  faults.get(0),
                  faults.size() == 1 ? "" : " (and %d more)".formatted(faults.size() - 1)));
    }
  }

  private static final class Look {
    private final List<String> faults = new ArrayList<>();
    private final List<String> doubts = new ArrayList<>();

    WeightHealth at(Model model) {
      model.parameters().forEach(this::at);
      return new WeightHealth(faults, doubts);
    }

    private void at(Parameter parameter) {
      String name = parameter.info().name();
      ParameterRole role = parameter.info().role();
      if (role == ParameterRole.LOGIT_SCALE) {
        temperature(parameter.value().getFloat());
        return;
      }
      try (NDArray highest = parameter.value().max();
          NDArray lowest = parameter.value().min()) {
        float most = highest.getFloat();
        float least = lowest.getFloat();
        if (!Float.isFinite(most) || !Float.isFinite(least)) {
          if (role == ParameterRole.TOKEN_EMBEDDING) {
            tokens(parameter);
          } else {
            faults.add(NOT_FINITE.formatted(name));
          }
        } else if (most == 0 && least == 0 && NEVER_ZERO.contains(role)) {
          faults.add("%s is all zeros".formatted(name));
        }
      }
    }

    private void temperature(double scale) {
      if (!(scale >= 0 && scale <= HIGHEST_LOGIT_SCALE)) {
        doubts.add("logit_scale is %s, expected 0 to ln 100 = 4.605".formatted(scale));
      }
    }

    /** A token that no text has harms nothing; the embedding of a text that has it is refused. */
    private void tokens(Parameter parameter) {
      try (NDArray highest = parameter.value().max(new int[] {1});
          NDArray lowest = parameter.value().min(new int[] {1})) {
        float[] most = highest.toFloatArray();
        float[] least = lowest.toFloatArray();
        List<Integer> broken = new ArrayList<>();
        for (int token = 0; token < most.length; token++) {
          if (!Float.isFinite(most[token]) || !Float.isFinite(least[token])) {
            broken.add(token);
          }
        }
        String sentence = NOT_FINITE.formatted(parameter.info().name());
        if (broken.size() == most.length) {
          faults.add(sentence);
        } else {
          doubts.add(
              "%s for %d of %d tokens, the first of them %d"
                  .formatted(sentence, broken.size(), most.length, broken.get(0)));
        }
      }
    }
  }
}
