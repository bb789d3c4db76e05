package dev.lethe.forgetting.people;

import dev.lethe.api.attack.Pictures;
import dev.lethe.api.attack.Subject;
import dev.lethe.api.data.People;
import dev.lethe.api.data.Person;
import dev.lethe.api.defense.ForgetRequest;
import dev.lethe.api.image.ImageFile;
import dev.lethe.api.settings.SettingsException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * People whose faces may be kept. Who is to be forgotten is known later than they are, so more of
 * them stand ready than are wanted.
 *
 * @param people in the order in which they are taken, with photographs that no attack uses
 * @param most how many are taken
 */
public record RetainedPeople(List<Person> people, int most) {

  /** Copies the list. */
  public RetainedPeople {
    people = List.copyOf(people);
  }

  /**
   * Puts people under test into an order by lot. A smaller count gives a prefix of a larger one.
   *
   * @param pictures of the people, those that no attack uses, by name
   * @param asked the names of those who are known to be forgotten
   * @param drawn how many more are going to be
   * @throws SettingsException if there are too few
   */
  public static RetainedPeople draw(
      int count,
      List<Subject> subjects,
      Map<String, List<ImageFile>> pictures,
      Collection<String> asked,
      int drawn,
      long seed) {
    List<Person> people = new ArrayList<>();
    for (Subject subject : subjects) {
      List<ImageFile> own = pictures.getOrDefault(subject.name(), List.of());
      if (!own.isEmpty()) {
        people.add(new Person(subject.name(), own));
      }
    }
    long left = people.stream().filter(person -> !asked.contains(person.name())).count() - drawn;
    if (count > left) {
      throw new SettingsException(
          "retain.count",
          "must be between 1 and %d (got %d): so many people under test are not to be forgotten and have pictures that no attack uses; retain.source reads others"
              .formatted(Math.max(0, left), count));
    }
    people.sort(Comparator.comparing(Person::name));
    Collections.shuffle(people, new Random(seed));
    return new RetainedPeople(people, count);
  }

  /**
   * Takes people of a source of their own, without the pictures that attacks use.
   *
   * @param subjects the people under test, as whom people of the source are known too
   * @throws SettingsException if somebody is to be forgotten, or nobody is left
   */
  public static RetainedPeople read(
      People source, List<Subject> subjects, List<ForgetRequest> requests, NameReader reader) {
    KnownNames retained =
        new KnownNames(source.people().stream().map(Person::name).toList(), reader);
    for (ForgetRequest request : requests) {
      for (String name : request.names()) {
        retained.find(name).ifPresent(found -> refuse(request, found));
      }
    }
    KnownNames known = new KnownNames(subjects.stream().map(Subject::name).toList(), reader);
    Set<ImageFile> attacked = new HashSet<>();
    subjects.forEach(subject -> attacked.addAll(subject.evidence(Pictures.class).images()));
    Map<String, Person> people = new LinkedHashMap<>();
    for (Person person : source.people()) {
      List<ImageFile> left =
          person.images().stream().filter(image -> !attacked.contains(image)).toList();
      String name = known.find(person.name()).orElse(person.name());
      if (!left.isEmpty()) {
        people.putIfAbsent(name, new Person(name, left));
      }
    }
    if (people.isEmpty()) {
      throw new SettingsException(
          "retain", "holds no picture that attacks do not use: give pictures of its own");
    }
    return new RetainedPeople(List.copyOf(people.values()), people.size());
  }

  /** Returns those who are kept where some are forgotten. */
  public List<Person> without(Collection<String> forgotten) {
    return people.stream()
        .filter(person -> !forgotten.contains(person.name()))
        .limit(most)
        .toList();
  }

  private static void refuse(ForgetRequest request, String found) {
    throw new SettingsException(
        "retain",
        "holds '%s', who is to be forgotten as '%s': leave the person out of one of both"
            .formatted(found, request.name()));
  }
}
