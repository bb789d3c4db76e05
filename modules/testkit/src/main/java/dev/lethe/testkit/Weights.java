package dev.lethe.testkit;

import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.ParameterInfo;
import dev.lethe.api.model.Tower;
import dev.lethe.api.model.VisionLanguageModel;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Reads the weights of a model, to the last bit. */
public final class Weights {
  private Weights() {}

  /** Returns the bytes of every parameter, by name. */
  public static Map<String, ByteBuffer> of(VisionLanguageModel model) {
    return where(model, info -> true);
  }

  /** Returns the bytes of those parameters that a test accepts, by name. */
  public static Map<String, ByteBuffer> where(
      VisionLanguageModel model, Predicate<ParameterInfo> test) {
    Map<String, ByteBuffer> bytes = new LinkedHashMap<>();
    for (Parameter parameter : parameters(model)) {
      if (test.test(parameter.info())) {
        bytes.put(parameter.info().name(), ByteBuffer.wrap(parameter.value().toByteArray()));
      }
    }
    return bytes;
  }

  /** Returns whether a parameter belongs to a tower. */
  public static Predicate<ParameterInfo> in(Tower tower) {
    return info -> info.tower() == tower;
  }

  private static List<Parameter> parameters(VisionLanguageModel model) {
    List<Parameter> all = new ArrayList<>();
    if (model.architecture().text() != null) {
      all.addAll(model.text().parameters().list());
    }
    if (model.architecture().vision() != null) {
      all.addAll(model.image().parameters().list());
      all.add(model.logitScale());
    }
    return all;
  }
}
