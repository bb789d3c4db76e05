package dev.lethe.data.people;

import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.data.People;
import dev.lethe.api.data.PeopleSource;
import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.plugin.Summary;
import dev.lethe.data.folder.Folder;
import dev.lethe.data.folder.Title;
import dev.lethe.data.image.PathImage;
import dev.lethe.data.inventory.Gathering;
import dev.lethe.data.inventory.Inventory;
import dev.lethe.data.inventory.PictureReading;
import dev.lethe.data.manifest.Manifest;
import dev.lethe.io.Visible;
import dev.lethe.io.csv.CsvRow;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** People from a table with a picture and a name in each row. */
@Summary("Reads people from a CSV or TSV file that lists their pictures, and perhaps a split.")
public final class ListedPeople implements PeopleSource {
  private final Manifest manifest;
  private final String nameColumn;
  private final String splitColumn;
  private final @Nullable String split;
  private final Inventory inventory;
  private final PictureReading reading;

  @Inject
  ListedPeople(ListedPeopleSettings settings, RunContext run) {
    manifest = new Manifest("people", settings.path(), settings.table());
    nameColumn = settings.nameColumn();
    splitColumn = settings.splitColumn();
    split = settings.onlySplit();
    reading = settings.reading();
    inventory = reading.inventory(manifest.folder(), run);
  }

  @Override
  public People read(Progress progress) {
    Gathering gathering = reading.gathering();
    List<Portraits> people = new ArrayList<>();
    listed()
        .forEach(
            (name, paths) -> {
              List<PathImage> pictures = new ArrayList<>();
              for (Path path : paths) {
                String problem = Manifest.problem(path);
                if (problem == null) {
                  pictures.add(gathering.picture(path));
                } else {
                  gathering.lose(path, problem);
                }
              }
              people.add(
                  new Portraits(
                      name,
                      manifest.file().toString(),
                      pictures,
                      omission -> paths.contains(omission.path())));
            });
    return Portraits.read(people, gathering, inventory, progress);
  }

  @Override
  public List<String> names() {
    return List.copyOf(listed().keySet());
  }

  /** Returns the pictures of each person, both in the order of the table. */
  private Map<String, Set<Path>> listed() {
    Map<String, Set<Path>> people = new LinkedHashMap<>();
    Map<String, String> spelled = new LinkedHashMap<>();
    manifest.read(
        (row, picture) -> {
          if (split == null || row.cell(splitColumn).equals(split)) {
            String name = name(row);
            String other = spelled.putIfAbsent(Folder.key(name), name);
            if (other != null && !other.equals(name)) {
              throw manifest.refused(
                  row,
                  "'%s' and '%s' are one name to a model; write it in one way"
                      .formatted(other, name));
            }
            people.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(picture);
          }
        },
        split == null ? new String[] {nameColumn} : new String[] {nameColumn, splitColumn});
    if (people.isEmpty()) {
      throw new LetheException(
          "nobody found in %s; expected a picture and a name in each row%s"
              .formatted(
                  manifest.file(),
                  split == null ? "" : ", some with '%s' as %s".formatted(split, splitColumn)));
    }
    return people;
  }

  private String name(CsvRow row) {
    String written = row.cell(nameColumn);
    Title.problem(written)
        .ifPresent(
            problem -> {
              throw manifest.refused(
                  row, "the name '%s' %s".formatted(Visible.of(written), problem));
            });
    return Title.of(written);
  }
}
