package dev.lethe.forgetting.plan;

import dev.lethe.api.attack.Pictures;
import dev.lethe.api.attack.Subject;
import dev.lethe.api.image.ImageFile;
import dev.lethe.io.hash.Fingerprint;
import java.util.List;
import java.util.Map;

/**
 * Whom the attacks are about.
 *
 * @param subjects the people under attack
 * @param candidates the names an attacker chooses from
 * @param everybody all names of the data set, attacked or not
 * @param pictures of everybody, by name: those that no attack uses, or all where attacks use all
 * @param contentHash of the data set; empty without one
 */
public record AttackSubjects(
    List<Subject> subjects,
    List<String> candidates,
    List<String> everybody,
    Map<String, List<ImageFile>> pictures,
    String contentHash) {

  /** Copies the lists. */
  public AttackSubjects {
    subjects = List.copyOf(subjects);
    candidates = List.copyOf(candidates);
    everybody = List.copyOf(everybody);
    pictures = Map.copyOf(pictures);
  }

  /** Returns the audience of an experiment without attacks, which has no data. */
  static AttackSubjects nobody() {
    return new AttackSubjects(List.of(), List.of(), List.of(), Map.of(), "");
  }

  /** Returns whether there is nobody to attack. */
  public boolean isEmpty() {
    return subjects.isEmpty();
  }

  /** Returns a hash of everything that an attack gets to see. */
  public String fingerprint() {
    Fingerprint fingerprint = new Fingerprint().add(contentHash).add(candidates);
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

  /** Returns the pictures that somebody is attacked with. */
  static List<ImageFile> images(Subject subject) {
    return subject.evidence(Pictures.class).images();
  }
}
