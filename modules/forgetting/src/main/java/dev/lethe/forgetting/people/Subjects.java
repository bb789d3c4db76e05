package dev.lethe.forgetting.people;

import dev.lethe.api.LetheException;
import dev.lethe.api.attack.Pictures;
import dev.lethe.api.attack.Subject;
import dev.lethe.api.data.People;
import dev.lethe.api.data.Person;
import dev.lethe.api.image.ImageFile;
import dev.lethe.forgetting.config.PeopleSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * The people under attack.
 *
 * @param subjects in the order of their names, at least one
 * @param apart everybody with the pictures that attacks leave to a defense, in the order of the
 *     data set; without those of whom none is left
 * @param warnings what a reader must know about who was left out
 */
public record Subjects(List<Subject> subjects, List<Person> apart, List<String> warnings) {
  private static final int MOST_NAMED = 5;

  /** Copies the lists. */
  public Subjects {
    subjects = List.copyOf(subjects);
    apart = List.copyOf(apart);
    warnings = List.copyOf(warnings);
  }

  /**
   * Chooses whom to attack with which pictures.
   *
   * @param seeds gives the seed of a random choice by its purpose
   * @throws LetheException if nobody is left, or a file that the settings name is wrong
   */
  public static Subjects choose(
      People people, PeopleSettings settings, NameReader reader, ToLongFunction<String> seeds) {
    List<String> warnings = new ArrayList<>();
    List<String> names = people.people().stream().map(Person::name).toList();
    requireApart(names, reader, warnings);
    Membership membership = Membership.read(settings, names, reader);
    Halves halves =
        settings.split() == PeopleSettings.Split.ATTACK_HALF ? Halves.of(people.people()) : null;
    List<Person> seen = halves == null ? people.people() : halves.first();
    DrawnPictures pictures = new DrawnPictures(seeds);
    List<Subject> subjects = new ArrayList<>();
    Set<String> unseen = new LinkedHashSet<>(names);
    seen.forEach(person -> unseen.remove(person.name()));
    List<String> tooFew = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (Person person : seen) {
      Optional<Boolean> member = membership.of(person.name());
      if (member.isEmpty()) {
        unknown.add(person.name());
      } else if (person.images().size() < wanted(settings, 1)) {
        tooFew.add(person.name());
      } else {
        List<ImageFile> images = pictures.of(person, wanted(settings, person.images().size()));
        subjects.add(new Subject(person.name(), member.get(), new Pictures(images)));
      }
    }
    subjects.sort(Comparator.comparing(Subject::name));
    leftOut(warnings, List.copyOf(unseen), "of whom the half to attack with holds no picture");
    leftOut(warnings, tooFew, "who have fewer than %d pictures".formatted(wanted(settings, 1)));
    leftOut(
        warnings,
        unknown,
        "who are not in %s or occur there more than %d times"
            .formatted(settings.counts(), settings.maxCount()));
    requireSomebody(subjects, settings, warnings);
    return new Subjects(
        subjects, halves == null ? unattacked(people, subjects) : halves.second(), warnings);
  }

  /**
   * Checks the names of the members.
   *
   * @param people the names of those of whom there are pictures
   * @throws LetheException if there are none of a member
   */
  public static void requireKnownMembers(
      PeopleSettings settings, List<String> people, NameReader reader) {
    Membership.read(settings, people, reader);
  }

  /** Requires that nobody has two names which are one to the model. */
  private static void requireApart(List<String> names, NameReader reader, List<String> warnings) {
    List<Object> keys = reader.keys(names);
    Map<Object, String> seen = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      String other = seen.putIfAbsent(keys.get(i), name);
      if (other != null && reader.saySame(other, name)) {
        throw new LetheException(
            "people: '%s' and '%s' are one name; put their pictures into one folder"
                .formatted(other, name));
      } else if (other != null) {
        warnings.add(
            "the model takes '%s' for '%s' (%s): no attack can tell them apart"
                .formatted(name, other, reader.reason(name)));
      }
    }
  }

  private static void leftOut(List<String> warnings, List<String> names, String why) {
    if (!names.isEmpty()) {
      String first = String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())));
      int more = names.size() - MOST_NAMED;
      warnings.add(
          "%d people are left out, %s: %s%s"
              .formatted(names.size(), why, first, more > 0 ? " and %d more".formatted(more) : ""));
    }
  }

  private static int wanted(PeopleSettings settings, int byDefault) {
    Integer images = settings.images();
    return images == null ? byDefault : images;
  }

  private static List<Person> unattacked(People people, List<Subject> subjects) {
    Set<ImageFile> attacked = new HashSet<>();
    subjects.forEach(subject -> attacked.addAll(subject.evidence(Pictures.class).images()));
    List<Person> apart = new ArrayList<>();
    for (Person person : people.people()) {
      List<ImageFile> left =
          person.images().stream().filter(image -> !attacked.contains(image)).toList();
      if (!left.isEmpty()) {
        apart.add(new Person(person.name(), left));
      }
    }
    return apart;
  }

  private static void requireSomebody(
      List<Subject> subjects, PeopleSettings settings, List<String> warnings) {
    if (subjects.isEmpty()) {
      throw new LetheException("people: nobody is left to attack: " + String.join("; ", warnings));
    }
    if (!settings.tellsMembers()) {
      warnings.add(
          "nobody said who was in the training data: everybody counts as a member, and no false"
              + " positive rate can be measured; name the members with people.members, or give"
              + " people.counts");
    } else if (subjects.stream().allMatch(Subject::member)) {
      warnings.add(
          "there are no non-members, so no false positive rate can be measured; "
              + "name the members with people.members, or give people.counts");
    }
  }
}
