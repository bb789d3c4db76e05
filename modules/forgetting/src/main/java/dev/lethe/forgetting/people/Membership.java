package dev.lethe.forgetting.people;

import dev.lethe.api.NotFoundException;
import dev.lethe.forgetting.config.PeopleSettings;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is known of who was in the training data. */
@FunctionalInterface
interface Membership {
  /** Returns whether a person is a member; empty where nothing is known, or more than allowed. */
  Optional<Boolean> of(String name);

  /** Reads what the settings name; without a file everybody counts as a member. */
  static Membership read(PeopleSettings settings, List<String> people, NameReader reader) {
    Path members = settings.members();
    if (members != null) {
      return listed(members, people, reader);
    }
    Path counts = settings.counts();
    return counts == null
        ? name -> Optional.of(true)
        : counted(NameCounts.read(counts, reader), settings.maxCount());
  }

  private static Membership listed(Path file, List<String> people, NameReader reader) {
    KnownNames known = new KnownNames(people, reader);
    Set<String> members = new HashSet<>();
    for (String name : NameFile.read(file, "people.members")) {
      members.add(
          known
              .find(name)
              .orElseThrow(
                  () ->
                      new NotFoundException(
                          "people.members: there are no pictures of '%s', whom %s names%s"
                              .formatted(name, file, known.didYouMean(name)))));
    }
    return name -> Optional.of(members.contains(name));
  }

  private static Membership counted(NameCounts counts, int most) {
    return name -> counts.of(name).filter(count -> count <= most).map(count -> count > 0);
  }
}
