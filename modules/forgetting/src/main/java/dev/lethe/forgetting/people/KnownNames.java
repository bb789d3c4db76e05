package dev.lethe.forgetting.people;

import dev.lethe.api.settings.Keys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names that are known, which are found in any writing. */
final class KnownNames {
  private final NameReader reader;
  private final Map<Object, List<String>> byKey = new HashMap<>();
  private final Map<String, List<String>> byPlain = new LinkedHashMap<>();

  KnownNames(Collection<String> names, NameReader reader) {
    this.reader = reader;
    List<String> listed = List.copyOf(names);
    List<Object> keys = reader.keys(listed);
    for (int i = 0; i < listed.size(); i++) {
      String name = listed.get(i);
      byKey.computeIfAbsent(keys.get(i), key -> new ArrayList<>()).add(name);
      byPlain.computeIfAbsent(reader.plain(name), plain -> new ArrayList<>()).add(name);
    }
  }

  /**
   * Returns the known name that a name is to the model or, where that knows none and only one says
   * the same, to a person.
   */
  Optional<String> find(String name) {
    List<String> read = byKey.getOrDefault(reader.key(name), List.of());
    if (!read.isEmpty()) {
      return Stream.concat(
              read.stream().filter(known -> reader.saySame(known, name)), read.stream())
          .findFirst();
    }
    List<String> said = byPlain.getOrDefault(reader.plain(name), List.of());
    return said.size() == 1 ? Optional.of(said.get(0)) : Optional.empty();
  }

  boolean isEmpty() {
    return byKey.isEmpty();
  }

  /** Returns a question that names the nearest known name; empty if none is near. */
  String didYouMean(String name) {
    String plain = reader.plain(name);
    return Keys.nearest(plain, byPlain.keySet())
        .or(() -> byPlain.keySet().stream().filter(k -> words(k).equals(words(plain))).findFirst())
        .map(near -> ": did you mean '%s'?".formatted(byPlain.get(near).get(0)))
        .orElse("");
  }

  /** The last name may have come first. */
  private static List<String> words(String plain) {
    return Arrays.stream(plain.split("[\\s,]+")).sorted().collect(Collectors.toList());
  }
}
