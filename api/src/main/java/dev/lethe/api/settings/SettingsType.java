package dev.lethe.api.settings;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A settings record as a type: what may be set, and how a block of a configuration becomes an
 * instance. Every component carries {@link Setting}; the compact constructor checks the values.
 *
 * @param <R> the record
 */
public final class SettingsType<R extends Record> {
  private final Class<R> type;
  private final Map<String, RecordComponent> components = new LinkedHashMap<>();
  private final Map<String, SettingsType<?>> inline = new LinkedHashMap<>();
  private final boolean passesOn;

  /** Looks at a record. */
  public SettingsType(Class<R> type) {
    this.type = type;
    boolean others = false;
    for (RecordComponent component : type.getRecordComponents()) {
      if (!component.isAnnotationPresent(Setting.class)) {
        throw new IllegalArgumentException(
            type.getName() + "." + component.getName() + " has no @Setting");
      }
      if (isOthers(component)) {
        others = true;
      } else if (component.getAnnotation(Setting.class).inline()) {
        SettingsType<?> inner = new SettingsType<>(component.getType().asSubclass(Record.class));
        inline.put(component.getName(), inner);
        components.putAll(inner.components);
      } else {
        components.put(Keys.kebab(component.getName()), component);
      }
    }
    passesOn = others;
  }

  /** Returns the keys, in the order of the components; without those that are passed on. */
  public List<String> keys() {
    return List.copyOf(components.keySet());
  }

  /** Returns whether a block may hold a key: it is known, or passed on. */
  public boolean takes(String key) {
    return passesOn || components.containsKey(key);
  }

  /** Describes every setting. */
  public List<SettingInfo> describe() {
    List<SettingInfo> infos = new ArrayList<>();
    components.forEach(
        (key, component) -> {
          Setting setting = component.getAnnotation(Setting.class);
          String given = setting.defaultValue();
          infos.add(
              new SettingInfo(
                  key,
                  ValueReader.describe(component.getGenericType()),
                  given.equals(Setting.NONE) ? null : given,
                  isRequired(component),
                  setting.offWithout(),
                  setting.value()));
        });
    return infos;
  }

  /** Returns the record with every default; only for records without required settings. */
  public R defaults() {
    return read(Map.of(), type.getSimpleName());
  }

  /**
   * Reads a block.
   *
   * @param values the block as YAML gives it: JDK numbers, texts, booleans, lists and maps
   * @param place the dotted place of the block, for messages; may be empty
   * @throws SettingsException on an unknown key, a wrong type or a value the record refuses
   */
  public R read(Map<String, ?> values, String place) {
    Map<String, Object> others = new LinkedHashMap<>();
    values.forEach(
        (key, value) -> {
          if (!takes(key)) {
            throw unknown(key, keys(), place);
          }
          if (!components.containsKey(key)) {
            others.put(key, value);
          }
        });
    return create(values, others, place);
  }

  /** Creates the record of the values that belong to it, which may be some of a block. */
  private R create(Map<String, ?> values, Map<String, Object> others, String place) {
    List<@Nullable Object> arguments = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      String key = Keys.kebab(component.getName());
      SettingsType<?> inner = inline.get(component.getName());
      if (inner != null) {
        arguments.add(inner.create(values, Map.of(), place));
      } else if (isOthers(component)) {
        arguments.add(others);
      } else {
        arguments.add(value(component, values.get(key), dot(place, key)));
      }
    }
    return create(arguments.toArray(), place);
  }

  /** Returns the failure for a key that does not exist; it names the nearest that does. */
  public static SettingsException unknown(String key, List<String> known, String place) {
    String hint =
        Keys.nearest(key, known)
            .map(near -> ": did you mean '" + near + "'?")
            .orElse(" (known: " + String.join(", ", known) + ")");
    return new SettingsException(dot(place, key), "is not a known setting" + hint);
  }

  /**
   * Returns whether a value that a configuration gives means none, as {@code null} and {@code ~} do
   * wherever no text is wanted.
   */
  public static boolean isUnset(Object given) {
    return given instanceof String text && Written.isNull(text);
  }

  private @Nullable Object value(RecordComponent component, @Nullable Object given, String place) {
    if (given != null && !(component.getType() != String.class && isUnset(given))) {
      return ValueReader.read(component.getGenericType(), given, place);
    }
    String byDefault = component.getAnnotation(Setting.class).defaultValue();
    if (!byDefault.equals(Setting.NONE)) {
      return ValueReader.parse(component.getGenericType(), byDefault, place);
    }
    if (isRequired(component)) {
      throw new SettingsException(
          place, "is missing: " + component.getAnnotation(Setting.class).value());
    }
    return null;
  }

  private static boolean isOthers(RecordComponent component) {
    return component.getAnnotation(Setting.class).others();
  }

  private static boolean isRequired(RecordComponent component) {
    return component.getAnnotation(Setting.class).defaultValue().equals(Setting.NONE)
        && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private R create(Object[] arguments, String place) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        String message = String.valueOf(refused.getMessage());
        int space = message.indexOf(' ');
        throw new SettingsException(
            dot(place, message.substring(0, Math.max(space, 0))), message.substring(space + 1));
      }
      throw new IllegalStateException("cannot create " + type.getName(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot create " + type.getName(), e);
    }
  }

  private static String dot(String place, String key) {
    return place.isEmpty() ? key : place + "." + key;
  }
}
