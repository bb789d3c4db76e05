package dev.lethe.forgetting.people;

import dev.lethe.api.LetheException;
import dev.lethe.api.attack.Subject;
import dev.lethe.api.data.NameSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names an attacker chooses from.
 *
 * @param names each once, as the model reads them; the subjects' as the subjects are called
 * @param warnings what a reader must know about them
 */
public record CandidateNames(List<String> names, List<String> warnings) {

  /** What stands between the cells of a table. */
  private static final Pattern CELLS = Pattern.compile("[,;\t]");

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
  public static CandidateNames read(Path file, List<Subject> subjects, NameReader reader) {
    DistinctNames distinct = new DistinctNames(subjects, reader);
    List<String> lines = NameFile.read(file, "candidates.file");
    distinct.addAll(lines);
    distinct.addSubjects();
    List<String> warnings = new ArrayList<>();
    if (lines.stream().allMatch(CELLS.asPredicate())) {
      warnings.add(
          "%s looks like a table, but each line of it is taken for one name, whatever stands in it"
              .formatted(file));
    }
    if (distinct.repeated() > 0) {
      warnings.add("%d lines of %s repeat a name".formatted(distinct.repeated(), file));
    }
    warnings.addAll(distinct.warnings());
    return new CandidateNames(distinct.names(), warnings);
  }

  /**
   * Takes the subjects and draws names until there are enough.
   *
   * @param total how many there shall be in all; all subjects are taken even where they are more
   * @throws LetheException if the source has too few names
   */
  public static CandidateNames draw(
      NameSource source, int total, long seed, List<Subject> subjects, NameReader reader) {
    DistinctNames distinct = new DistinctNames(subjects, reader);
    distinct.addSubjects();
    int known = distinct.size();
    int missing = Math.max(0, total - known);
    source.draw(missing, seed, inLowerCase(subjects), distinct::add);
    List<String> warnings =
        missing > 0
            ? List.of()
            : List.of(
                "candidates.total is %d, but there are %d people under test and no other names"
                    .formatted(total, known));
    return new CandidateNames(distinct.names(), warnings);
  }

  private static Set<String> inLowerCase(List<Subject> subjects) {
    return subjects.stream()
        .map(subject -> subject.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }
}
