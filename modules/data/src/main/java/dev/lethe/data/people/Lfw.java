package dev.lethe.data.people;

import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.data.People;
import dev.lethe.api.data.PeopleSource;
import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.plugin.Summary;
import dev.lethe.data.folder.Folder;
import dev.lethe.data.inventory.Gathering;
import dev.lethe.io.RegularFile;
import dev.lethe.io.hash.Sha256;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * People of Labeled Faces in the Wild: {@code Name/Name_0001.jpg}.
 *
 * <p>Source: Huang et al., "Labeled Faces in the Wild", University of Massachusetts, Technical
 * Report 07-49, 2007.
 */
@Summary(
    "Reads people from the layout of Labeled Faces in the Wild, perhaps those of a list alone.")
public final class Lfw implements PeopleSource {
  private static final String LAYOUT = "<Name>/<Name>_0001.jpg";

  private final Folder root;
  private final @Nullable RegularFile list;
  private final PersonFolders people;

  @Inject
  Lfw(LfwSettings settings, RunContext run) {
    root = Folder.existing(settings.path(), LAYOUT);
    list = settings.list() == null ? null : RegularFile.of("people", settings.list());
    people = new PersonFolders(root, LAYOUT, this::people, settings.reading(), run);
  }

  @Override
  public People read(Progress progress) {
    return people.read(progress);
  }

  @Override
  public List<String> names() {
    return people.names();
  }

  private List<PersonFolder> people(Gathering gathering) {
    Set<String> wanted = list == null ? Set.of() : listed(list);
    Set<String> missing = new LinkedHashSet<>(wanted);
    List<PersonFolder> people = new ArrayList<>();
    for (Folder folder : gathering.folders(root)) {
      if (list == null || missing.remove(folder.name())) {
        people.add(PersonFolder.of(folder));
      } else {
        gathering.leaveAside(folder, "not in the list");
      }
    }
    if (!missing.isEmpty()) {
      throw new LetheException(
          "%d of the %d people in %s have no folder in %s: %s"
              .formatted(
                  missing.size(),
                  wanted.size(),
                  list.path(),
                  root.path(),
                  String.join(", ", missing.stream().limit(5).toList())));
    }
    return people;
  }

  /** Reads a list as LFW publishes them: a name and a count in a line, and counts of lines. */
  private static Set<String> listed(RegularFile list) {
    Set<String> names = new LinkedHashSet<>();
    list.lines(
        Sha256.start(),
        line -> {
          String[] cells = line.strip().split("\\s+");
          if (cells.length > 2) {
            throw new LetheException(
                "%s: expected a name and a number in each line, as peopleDevTest.txt has, found '%s'"
                    .formatted(list.path(), line.strip()));
          }
          if (!cells[0].matches("\\d*")) {
            names.add(cells[0]);
          }
        });
    if (names.isEmpty()) {
      throw new LetheException(list.path() + " lists nobody");
    }
    return names;
  }
}
