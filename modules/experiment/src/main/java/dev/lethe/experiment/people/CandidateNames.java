package dev.lethe.experiment.people;

import dev.lethe.api.LetheException;
import dev.lethe.api.attack.Subject;
import dev.lethe.api.data.NameSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The names an attacker chooses from.
 *
 * @param names each once, whatever its case; the subjects' as the subjects are called
 * @param warnings what a reader must know about them
 */
public record CandidateNames(List<String> names, List<String> warnings) {

  /** Copies the lists. */
  public CandidateNames {
    names = List.copyOf(names);
    warnings = List.copyOf(warnings);
  }

  /**
   * Reads names from a file, and adds the subjects who are not among them.
   *
   * @throws LetheException if the file is missing or holds no name
   */
  public static CandidateNames read(Path file, List<Subject> subjects) {
    NameFile read = NameFile.read(file, "candidates.file");
    Map<String, String> names = new LinkedHashMap<>();
    read.names().forEach(name -> names.put(NameFile.key(name), name));
    subjects.forEach(subject -> names.put(NameFile.key(subject.name()), subject.name()));
    List<String> warnings =
        read.repeated() == 0
            ? List.of()
            : List.of("%d lines of %s repeat a name".formatted(read.repeated(), file));
    return new CandidateNames(new ArrayList<>(names.values()), warnings);
  }

  /**
   * Takes the subjects and draws names until there are enough.
   *
   * @param total how many there shall be in all; all subjects are taken even where they are more
   * @throws LetheException if the source has too few names
   */
  public static CandidateNames draw(
      NameSource source, int total, long seed, List<Subject> subjects) {
    Map<String, String> names = new LinkedHashMap<>();
    subjects.forEach(subject -> names.put(NameFile.key(subject.name()), subject.name()));
    int missing = Math.max(0, total - names.size());
    for (String name : source.draw(missing, seed, names.keySet())) {
      names.put(NameFile.key(name), name);
    }
    List<String> warnings =
        missing > 0
            ? List.of()
            : List.of(
                "candidates.total is %d, but there are %d people under test and no other names"
                    .formatted(total, names.size()));
    return new CandidateNames(new ArrayList<>(names.values()), warnings);
  }
}
