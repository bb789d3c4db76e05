package dev.lethe.api.settings;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Turns values of a configuration into the types of record components. */
final class ValueReader {
  private ValueReader() {}

  static String describe(Type type) {
    if (type instanceof ParameterizedType generic) {
      return generic.getRawType() == Map.class
          ? "block"
          : "list of " + describe(generic.getActualTypeArguments()[0]);
    }
    Class<?> raw = (Class<?>) type;
    if (raw.isEnum()) {
      return Arrays.stream(raw.getEnumConstants())
          .map(ValueReader::enumName)
          .collect(Collectors.joining(" | "));
    }
    return switch (raw.getSimpleName()) {
      case "int", "Integer", "long", "Long" -> "whole number";
      case "double", "Double" -> "number";
      case "boolean", "Boolean" -> "true | false";
      case "String" -> "text";
      case "Path" -> "path";
      case "ByteSize" -> "size, such as 4GB";
      default -> raw.isRecord() ? "block" : raw.getSimpleName();
    };
  }

  /** Reads a default, which is written as a text. */
  static Object parse(Type type, String text, String place) {
    if (type instanceof ParameterizedType map && map.getRawType() == Map.class) {
      return Map.of(); // no other default has been needed
    }
    if (type instanceof ParameterizedType list) {
      List<Object> parsed = new ArrayList<>();
      for (String part : text.isEmpty() ? new String[0] : text.split("\\s*,\\s*")) {
        parsed.add(parse(list.getActualTypeArguments()[0], part, place));
      }
      return List.copyOf(parsed);
    }
    return switch (((Class<?>) type).getSimpleName()) {
      case "int", "Integer" -> Integer.valueOf(text);
      case "long", "Long" -> Long.valueOf(text);
      case "double", "Double" -> Double.valueOf(text);
      case "boolean", "Boolean" -> Boolean.valueOf(text);
      default -> read(type, text, place);
    };
  }

  static Object read(Type type, Object value, String place) {
    if (type instanceof ParameterizedType map && map.getRawType() == Map.class) {
      return block(value, place);
    }
    if (type instanceof ParameterizedType list) {
      return list(list.getActualTypeArguments()[0], value, place);
    }
    Class<?> raw = (Class<?>) type;
    if (raw == int.class || raw == Integer.class) {
      return (int) whole(value, place, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
    if (raw == long.class || raw == Long.class) {
      return whole(value, place, Long.MIN_VALUE, Long.MAX_VALUE);
    }
    if (raw == double.class || raw == Double.class) {
      return number(value, place);
    }
    if (raw == boolean.class || raw == Boolean.class) {
      return truth(value, place);
    }
    if (raw == String.class) {
      if (value instanceof Map || value instanceof List) {
        throw wrong(place, "a text", value);
      }
      return value.toString();
    }
    if (raw == Path.class) {
      return path(value, place);
    }
    if (raw == ByteSize.class) {
      return size(value, place);
    }
    if (raw == SourceSpec.class) {
      return source(value, place);
    }
    if (raw.isEnum()) {
      return enumValue(raw, value, place);
    }
    if (raw.isRecord()) {
      return new SettingsType<>(raw.asSubclass(Record.class)).read(block(value, place), place);
    }
    throw new IllegalArgumentException("settings cannot hold a " + raw.getName());
  }

  private static boolean truth(Object value, String place) {
    if (value instanceof Boolean truth) {
      return truth;
    }
    Boolean written = value instanceof String text ? Written.truth(text) : null;
    if (written == null) {
      throw wrong(place, "true or false", value);
    }
    return written;
  }

  private static long whole(Object value, String place, long low, long high) {
    Long number = value instanceof String text ? Written.whole(text) : null;
    if (value instanceof Integer || value instanceof Long) {
      number = ((Number) value).longValue();
    }
    if (number == null || number < low || number > high) {
      throw wrong(place, "a whole number", value);
    }
    return number;
  }

  private static double number(Object value, String place) {
    Double number = value instanceof String text ? Written.number(text) : null;
    if (value instanceof Number given) {
      number = given.doubleValue();
    }
    if (number == null || !Double.isFinite(number)) {
      throw wrong(place, "a number", value);
    }
    return number;
  }

  private static Path path(Object value, String place) {
    if (value instanceof Map || value instanceof List || value.toString().isBlank()) {
      throw wrong(place, "a path", value);
    }
    try {
      return Path.of(value.toString());
    } catch (InvalidPathException e) {
      throw wrong(place, "a path", value);
    }
  }

  private static ByteSize size(Object value, String place) {
    try {
      return ByteSize.parse(value.toString());
    } catch (IllegalArgumentException e) {
      throw wrong(place, "a size, such as 4GB", value);
    }
  }

  private static List<Object> list(Type element, Object value, String place) {
    if (!(value instanceof List<?> values)) {
      throw wrong(place, "a list", value);
    }
    List<Object> read = new ArrayList<>();
    for (Object each : values) {
      if (each == null) {
        throw wrong(place + "[" + read.size() + "]", describe(element), "nothing");
      }
      read.add(read(element, each, place + "[" + read.size() + "]"));
    }
    return List.copyOf(read);
  }

  private static SourceSpec source(Object value, String place) {
    if (value instanceof String name && !name.isBlank()) {
      return new SourceSpec(name, Map.of());
    }
    Map<String, Object> block = new LinkedHashMap<>(block(value, place));
    Object source = block.remove("source");
    if (source == null) {
      throw new SettingsException(place + ".source", "is missing: the name of the source");
    }
    return new SourceSpec(source.toString(), block);
  }

  private static Map<String, Object> block(Object value, String place) {
    if (!(value instanceof Map<?, ?> map)) {
      throw wrong(place, "a block of keys", value);
    }
    Map<String, Object> block = new LinkedHashMap<>();
    map.forEach(
        (k, v) -> {
          if (v != null) {
            block.put(String.valueOf(k), v);
          }
        });
    return block;
  }

  private static Object enumValue(Class<?> type, Object value, String place) {
    for (Object constant : type.getEnumConstants()) {
      if (enumName(constant).equals(value.toString())) {
        return constant;
      }
    }
    throw wrong(place, "one of " + describe(type), value);
  }

  private static String enumName(Object constant) {
    String name = ((Enum<?>) constant).name();
    try {
      Called called =
          ((Enum<?>) constant).getDeclaringClass().getField(name).getAnnotation(Called.class);
      return called == null ? name.toLowerCase(Locale.ROOT).replace('_', '-') : called.value();
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("a constant is a field of its enum", e);
    }
  }

  private static SettingsException wrong(String place, String expected, Object value) {
    return new SettingsException(place, "must be " + expected + " (got " + shown(value) + ")");
  }

  private static String shown(Object value) {
    String text = value instanceof String s ? "'" + s + "'" : value.toString();
    return text.length() > 60 ? text.substring(0, 57) + "..." : text;
  }
}
