package dev.lethe.forgetting.people;

import dev.lethe.api.attack.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects names, of which each counts once to the model. The people under test are called as they
 * are known by, wherever their names come from.
 */
final class DistinctNames {
  private final NameReader reader;
  private final List<Subject> subjects;
  private final Map<Object, String> known = new LinkedHashMap<>();
  private final Map<String, String> knownByPlain = new HashMap<>();
  private final Map<Object, String> names = new LinkedHashMap<>();
  private final Tally repeated = new Tally();
  private final Tally alike = new Tally();
  private final Tally apart = new Tally();

  DistinctNames(List<Subject> subjects, NameReader reader) {
    this.reader = reader;
    this.subjects = subjects;
    for (Subject subject : subjects) {
      known.putIfAbsent(reader.key(subject.name()), subject.name());
      knownByPlain.putIfAbsent(reader.plain(subject.name()), subject.name());
    }
  }

  void addAll(List<String> some) {
    List<Object> keys = reader.keys(some);
    for (int i = 0; i < keys.size(); i++) {
      add(keys.get(i), some.get(i));
    }
  }

  /** Adds those who are not there. */
  void addSubjects() {
    known.forEach(names::putIfAbsent);
  }

  /** Adds a name and returns whether the model knew no such text before. */
  boolean add(String name) {
    return add(reader.key(name), name);
  }

  private boolean add(Object key, String name) {
    String called = known.getOrDefault(key, name);
    String other = names.putIfAbsent(key, called);
    String same = other == null ? called : other;
    String person = knownByPlain.get(reader.plain(name));
    if (!reader.saySame(same, name)) {
      alike.add(name, same);
    } else if (other != null) {
      repeated.add(name, other);
    } else if (person != null && !known.containsKey(key)) {
      apart.add(name, person);
    }
    return other == null;
  }

  int size() {
    return names.size();
  }

  /** Returns how many names were added again. */
  int repeated() {
    return repeated.count;
  }

  /** Returns the names, and last those of people whom the model takes for another person. */
  List<String> names() {
    List<String> all = new ArrayList<>(names.values());
    for (Subject subject : subjects) {
      if (!subject.name().equals(known.get(reader.key(subject.name())))) {
        all.add(subject.name());
      }
    }
    return all;
  }

  /** Returns what a reader must know about names that are not what they seem. */
  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (alike.count > 0) {
      warnings.add(
          "the model takes %d candidates for others, such as '%s' for '%s' (%s): they count as one"
              .formatted(alike.count, alike.name, alike.other, reader.reason(alike.name)));
    }
    if (apart.count > 0) {
      warnings.add(
          "%d candidates say the name of a person under test, such as '%s' that of '%s', but the model reads them otherwise: it may recognize the person by them"
              .formatted(apart.count, apart.name, apart.other));
    }
    return warnings;
  }

  /** Counts pairs of names and keeps the first one. */
  private static final class Tally {
    private int count;
    private String name = "";
    private String other = "";

    void add(String one, String two) {
      if (count++ == 0) {
        name = one;
        other = two;
      }
    }
  }
}
