package dev.lethe.tensor.pickle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** The objects of a pickle that are not yet part of another one, and marks between them. */
final class PickleStack {
  private final Deque<List<Object>> marked = new ArrayDeque<>();
  private List<Object> current = new ArrayList<>();

  void push(Object value) {
    current.add(value);
  }

  void mark() {
    marked.push(current);
    current = new ArrayList<>();
  }

  Object top() {
    if (current.isEmpty()) {
      throw new RefusedException("its pickle takes an object that is not there");
    }
    return current.get(current.size() - 1);
  }

  Object pop() {
    Object top = top();
    current.remove(current.size() - 1);
    return top;
  }

  /** Returns the topmost objects, the deepest first. */
  List<Object> pop(int count) {
    if (current.size() < count) {
      throw new RefusedException("its pickle takes an object that is not there");
    }
    List<Object> top = current.subList(current.size() - count, current.size());
    List<Object> values = new ArrayList<>(top);
    top.clear();
    return values;
  }

  List<Object> popToMark() {
    if (marked.isEmpty()) {
      throw new RefusedException("its pickle returns to a mark that is not there");
    }
    List<Object> values = current;
    current = marked.pop();
    return values;
  }

  @SuppressWarnings("unchecked") // every list here is made by the interpreter, of objects
  List<Object> topList() {
    if (top() instanceof List<?> list) {
      return (List<Object>) list;
    }
    throw new RefusedException("its pickle appends to what is no list");
  }

  @SuppressWarnings("unchecked") // every dict here is made by the interpreter, of objects
  Map<Object, Object> topMap() {
    if (top() instanceof Map<?, ?> map) {
      return (Map<Object, Object>) map;
    }
    throw new RefusedException("its pickle sets an item of what is no dict");
  }
}
