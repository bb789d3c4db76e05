package dev.lethe.tensor.pickle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Interprets the part of the pickle language (Python's {@code pickletools}, protocols 2 to 5) that
 * state dicts are written in. It makes texts, numbers, lists, dicts, objects that are nothing but
 * attributes, what {@link TorchCalls} makes, and an {@link Opaque} of everything else that may
 * stand beside weights; no name is ever resolved to code. One limit on the number of operations
 * bounds the time, the stack and the memo alike, because an operation adds at most one thing to
 * each.
 */
final class Unpickler {
  private static final int MOST_OPERATIONS = 500_000;
  private static final int HIGHEST_PROTOCOL = 5;

  /** Of the state of a random generator, or of a hash. */
  private static final int LONGEST_NUMBER = 32;

  /** What a dict may have as a key; others may contain themselves. */
  private static final List<Class<?>> KEYS =
      List.of(
          String.class,
          Long.class,
          Double.class,
          Boolean.class,
          None.class,
          Opaque.class,
          Symbol.class);

  private final PickleInput input;
  private final TorchCalls calls;
  private final Function<String, Symbol> names;
  private final Map<Integer, Object> memo = new HashMap<>();
  private final PickleStack stack = new PickleStack();

  /** Python's None, which a list or a dict may hold. */
  enum None {
    /** The only one. */
    NONE
  }

  /**
   * Creates an interpreter.
   *
   * @param names gives what a name stands for, and refuses what should not be named
   */
  Unpickler(PickleInput input, TorchCalls calls, Function<String, Symbol> names) {
    this.input = input;
    this.calls = calls;
    this.names = names;
  }

  /**
   * Returns the object that is left when the pickle stops.
   *
   * @throws RefusedException if the pickle is damaged or wants more than an object of data
   */
  Object load() {
    for (int i = 0; i < MOST_OPERATIONS; i++) {
      int operation = input.unsignedByte();
      if (operation == '.') {
        return stack.pop();
      }
      if (!structure(operation)) {
        stack.push(value(operation));
      }
    }
    throw new RefusedException("its pickle has more than %d operations", MOST_OPERATIONS);
  }

  /** Carries out an operation that changes what is there; returns false if it is not one. */
  private boolean structure(int operation) {
    switch (operation) {
      case 0x80 -> protocol(input.unsignedByte()); // PROTO
      case 0x95 -> input.skip(Long.BYTES); // FRAME
      case '(' -> stack.mark();
      case '0' -> stack.pop();
      case '1' -> stack.popToMark();
      case 'q' -> memo.put(input.unsignedByte(), stack.top()); // BINPUT
      case 'r' -> memo.put(input.integer(), stack.top()); // LONG_BINPUT
      case 0x94 -> memo.put(memo.size(), stack.top()); // MEMOIZE
      case 'a' -> appendAll(List.of(stack.pop())); // APPEND
      case 'e' -> appendAll(stack.popToMark()); // APPENDS
      case 's' -> setItem(); // SETITEM
      case 'u' -> setItems(stack.popToMark()); // SETITEMS
      case 0x90 -> stack.popToMark(); // ADDITEMS
      case 'b' -> build(stack.pop()); // BUILD
      default -> {
        return false;
      }
    }
    return true;
  }

  private Object value(int operation) {
    return switch (operation) {
      case 'N' -> None.NONE;
      case 0x88 -> true; // NEWTRUE
      case 0x89 -> false; // NEWFALSE
      case 'K' -> (long) input.unsignedByte(); // BININT1
      case 'M' -> (long) input.unsignedShort(); // BININT2
      case 'J' -> (long) input.integer(); // BININT
      case 0x8a -> number(input.unsignedByte()); // LONG1
      case 'G' -> input.bigEndianDouble(); // BINFLOAT
      case 'X' -> input.text(input.integer()); // BINUNICODE
      case 0x8c -> input.text(input.unsignedByte()); // SHORT_BINUNICODE
      case 'C' -> bytes(input.unsignedByte()); // SHORT_BINBYTES
      case 'B' -> bytes(input.integer()); // BINBYTES
      case 0x96 -> bytes(input.longLength()); // BYTEARRAY8
      case 0x8f -> new Opaque("builtins.set"); // EMPTY_SET
      case 0x91 -> frozenSet(); // FROZENSET
      case ']', ')' -> new ArrayList<>(); // EMPTY_LIST, EMPTY_TUPLE
      case '}' -> new LinkedHashMap<>(); // EMPTY_DICT
      case 't' -> stack.popToMark(); // TUPLE
      case 0x85 -> stack.pop(1); // TUPLE1
      case 0x86 -> stack.pop(2); // TUPLE2
      case 0x87 -> stack.pop(3); // TUPLE3
      case 'h' -> remembered(input.unsignedByte()); // BINGET
      case 'j' -> remembered(input.integer()); // LONG_BINGET
      case 'c' -> names.apply(input.line() + "." + input.line()); // GLOBAL
      case 'i' -> throw instance(input.line() + "." + input.line()); // INST
      case 0x93 -> stackGlobal(stack.pop(2)); // STACK_GLOBAL
      case 'Q' -> calls.storage(stack.pop()); // BINPERSID
      case 'R' -> reduce(stack.pop(2)); // REDUCE
      case 0x81 -> newObject(stack.pop(2)); // NEWOBJ
      default ->
          throw new RefusedException(
              "its pickle has the operation 0x%02x at byte %d, which weights do not need",
              operation, input.position() - 1);
    };
  }

  /** No number that is as large means a size or a place. */
  private Object number(int length) {
    if (length <= Long.BYTES || length > LONGEST_NUMBER) {
      return input.number(length);
    }
    input.skip(length);
    return new Opaque("builtins.int");
  }

  private Object bytes(int length) {
    input.skip(length);
    return new Opaque("builtins.bytes");
  }

  private Object frozenSet() {
    stack.popToMark();
    return new Opaque("builtins.frozenset");
  }

  private static void protocol(int version) {
    if (version > HIGHEST_PROTOCOL) {
      throw new RefusedException(
          "its pickle has protocol %d, expected up to %d", version, HIGHEST_PROTOCOL);
    }
  }

  private Object remembered(int index) {
    Object value = memo.get(index);
    if (value == null) {
      throw new RefusedException("its pickle recalls the object %d before it is there", index);
    }
    return value;
  }

  private static RefusedException instance(String name) {
    return new RefusedException("it makes an instance of %s, which weights do not need", name);
  }

  private Symbol stackGlobal(List<Object> texts) {
    if (texts.get(0) instanceof String module && texts.get(1) instanceof String name) {
      return names.apply(module + "." + name);
    }
    throw new RefusedException("its pickle names something by what is no text");
  }

  private Object reduce(List<Object> call) {
    if (call.get(0) instanceof Symbol.Other other && call.get(1) instanceof List) {
      return new Opaque(other.name());
    }
    if (call.get(0) instanceof Symbol.Function function && call.get(1) instanceof List<?> list) {
      return calls.call(function, list);
    }
    throw new RefusedException("its pickle calls what is no function");
  }

  private static Object newObject(List<Object> call) {
    if (call.get(0) instanceof Symbol.Other other && call.get(1) instanceof List) {
      return new Opaque(other.name());
    }
    if (call.get(0) instanceof Symbol.ProgramClass && call.get(1) instanceof List) {
      return new ProgramObject();
    }
    throw new RefusedException("its pickle makes an object of what is no class of a program");
  }

  /** The attributes of a dict are notes on the modules' versions, of which none is needed. */
  private void build(Object state) {
    if (stack.top() instanceof ProgramObject object) {
      object.build(state);
    } else if (!(stack.top() instanceof Opaque)
        && (!(stack.top() instanceof Map) || !(state instanceof Map))) {
      throw new RefusedException("its pickle sets the state of something that is no dict");
    }
  }

  private void appendAll(List<Object> values) {
    if (!(stack.top() instanceof Opaque)) {
      stack.topList().addAll(values);
    }
  }

  private void setItem() {
    setItems(stack.pop(2));
  }

  private void setItems(List<Object> items) {
    if (stack.top() instanceof Opaque) {
      return;
    }
    Map<Object, Object> dict = stack.topMap();
    if (items.size() % 2 != 0) {
      throw new RefusedException("its pickle has a key without a value");
    }
    for (int i = 0; i < items.size(); i += 2) {
      Object key = items.get(i);
      if (KEYS.stream().anyMatch(type -> type.isInstance(key))) {
        dict.put(key, Objects.requireNonNull(items.get(i + 1)));
      } else if (!(key instanceof List)) { // which may contain itself, and names no tensor
        throw new RefusedException("a dict has a key that is neither a text nor a number");
      }
    }
  }
}
