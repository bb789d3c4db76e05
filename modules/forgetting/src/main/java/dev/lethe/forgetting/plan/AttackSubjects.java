package dev.lethe.forgetting.plan;

import dev.lethe.api.attack.Pictures;
import dev.lethe.api.attack.Subject;
import dev.lethe.api.data.People;
import dev.lethe.api.data.Person;
import dev.lethe.api.image.ImageFile;
import dev.lethe.io.hash.Fingerprint;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whom the attacks are about.
 *
 * @param subjects the people under attack
 * @param candidates the names an attacker chooses from
 * @param people of the data set, attacked or not, with all their pictures; nobody without one
 * @param apart everybody with the pictures that attacks leave to a defense, or with all where
 *     attacks use all
 */
public record AttackSubjects(
    List<Subject> subjects, List<String> candidates, People people, List<Person> apart) {

  /** Copies the lists. */
  public AttackSubjects {
    subjects = List.copyOf(subjects);
    candidates = List.copyOf(candidates);
    apart = List.copyOf(apart);
  }

  /** Returns the audience of an experiment without attacks, which has no data. */
  static AttackSubjects nobody() {
    return new AttackSubjects(List.of(), List.of(), new People(List.of(), ""), List.of());
  }

  /** Returns whether there is nobody to attack. */
  public boolean isEmpty() {
    return subjects.isEmpty();
  }

  /** Returns all names of the data set, attacked or not. */
  public List<String> everybody() {
    return Stream.concat(people.people().stream().map(Person::name), people.unseen().stream())
        .toList();
  }

  /** Returns the people under attack, with the pictures that attacks use. */
  public List<Person> attacked() {
    return subjects.stream().map(each -> new Person(each.name(), images(each))).toList();
  }

  /** Returns a hash of everything that an attack gets to see. */
  public String fingerprint() {
    Fingerprint fingerprint = new Fingerprint().add(people.contentHash()).add(candidates);
    for (Subject subject : subjects) {
      fingerprint.add(subject.name()).add(Boolean.toString(subject.member()));
      fingerprint.add(images(subject).stream().map(image -> image.name()).toList());
    }
    return fingerprint.hex();
  }

  /** Returns how many pictures are attacked with. */
  public long images() {
    return subjects.stream().mapToLong(subject -> images(subject).size()).sum();
  }

  private static List<ImageFile> images(Subject subject) {
    return subject.evidence(Pictures.class).images();
  }
}
