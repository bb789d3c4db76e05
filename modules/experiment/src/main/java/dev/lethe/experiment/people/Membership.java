package dev.lethe.experiment.people;

import dev.lethe.api.NotFoundException;
import dev.lethe.api.data.Person;
import dev.lethe.experiment.config.PeopleSettings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is known of who was in the training data. */
@FunctionalInterface
interface Membership {
  /** Returns whether a person is a member; empty where nothing is known, or more than allowed. */
  Optional<Boolean> of(String name);

  /** Reads what the settings name; without a file everybody counts as a member. */
  static Membership read(PeopleSettings settings, List<Person> people) {
    Path members = settings.members();
    if (members != null) {
      return listed(members, people);
    }
    Path counts = settings.counts();
    return counts == null
        ? name -> Optional.of(true)
        : counted(NameCounts.read(counts), settings.maxCount());
  }

  private static Membership listed(Path file, List<Person> people) {
    Set<String> known =
        people.stream().map(person -> NameFile.key(person.name())).collect(Collectors.toSet());
    Set<String> members = new HashSet<>();
    for (String name : NameFile.read(file, "people.members").names()) {
      if (!known.contains(NameFile.key(name))) {
        throw new NotFoundException(
            "people.members: there are no pictures of '%s', whom %s names".formatted(name, file));
      }
      members.add(NameFile.key(name));
    }
    return name -> Optional.of(members.contains(NameFile.key(name)));
  }

  private static Membership counted(Map<String, Long> counts, int most) {
    Map<String, Boolean> members = new HashMap<>();
    counts.forEach(
        (name, count) -> {
          if (count <= most) {
            members.put(name, count > 0);
          }
        });
    return name -> Optional.ofNullable(members.get(NameFile.key(name)));
  }
}
