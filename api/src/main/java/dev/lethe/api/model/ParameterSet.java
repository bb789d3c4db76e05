package dev.lethe.api.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Parameters in the order of their architecture. Immutable; does not own the arrays. */
public final class ParameterSet implements Iterable<Parameter> {
  private final Map<String, Parameter> byName = new LinkedHashMap<>();

  /**
   * Creates a set.
   *
   * @throws IllegalArgumentException if a name occurs twice
   */
  public ParameterSet(List<Parameter> parameters) {
    for (Parameter parameter : parameters) {
      if (byName.put(parameter.info().name(), parameter) != null) {
        throw new IllegalArgumentException("two parameters named " + parameter.info().name());
      }
    }
  }

  /** Returns the number of tensors. */
  public int size() {
    return byName.size();
  }

  /** Returns the number of values in all tensors. */
  public long count() {
    return byName.values().stream().mapToLong(p -> p.value().size()).sum();
  }

  /** Returns whether there is a tensor of a name. */
  public boolean has(String name) {
    return byName.containsKey(name);
  }

  /**
   * Returns the tensor of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public NDArray get(String name) {
    Parameter parameter = byName.get(name);
    if (parameter == null) {
      throw new IllegalArgumentException("no parameter named " + name);
    }
    return parameter.value();
  }

  /** Returns the parameters in order. */
  public List<Parameter> list() {
    return List.copyOf(byName.values());
  }

  /** Returns the tensors in order. */
  public NDList arrays() {
    NDList arrays = new NDList(byName.size());
    byName.values().forEach(p -> arrays.add(p.value()));
    return arrays;
  }

  /** Returns those parameters that a test accepts, in order. */
  public ParameterSet where(Predicate<ParameterInfo> test) {
    List<Parameter> chosen = new ArrayList<>();
    byName.values().stream().filter(p -> test.test(p.info())).forEach(chosen::add);
    return new ParameterSet(chosen);
  }

  @Override
  public Iterator<Parameter> iterator() {
    return list().iterator();
  }
}
