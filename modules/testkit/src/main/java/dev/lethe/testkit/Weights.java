package dev.lethe.testkit;

import dev.lethe.api.model.Component;
import dev.lethe.api.model.Model;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.ParameterInfo;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Reads the weights of a model, to the last bit. */
public final class Weights {
  private Weights() {}

  /** Returns the bytes of every parameter, by name. */
  public static Map<String, ByteBuffer> of(Model model) {
    return where(model, info -> true);
  }

  /** Returns the bytes of those parameters that a test accepts, by name. */
  public static Map<String, ByteBuffer> where(Model model, Predicate<ParameterInfo> test) {
    Map<String, ByteBuffer> bytes = new LinkedHashMap<>();
    for (Parameter parameter : model.parameters()) {
      if (test.test(parameter.info())) {
        bytes.put(parameter.info().name(), ByteBuffer.wrap(parameter.value().toByteArray()));
      }
    }
    return bytes;
  }

  /** Returns whether a parameter belongs to a component. */
  public static Predicate<ParameterInfo> in(Component component) {
    return info -> info.component().equals(component);
  }
}
