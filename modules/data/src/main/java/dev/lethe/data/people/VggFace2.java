package dev.lethe.data.people;

import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.data.People;
import dev.lethe.api.data.PeopleSource;
import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.plugin.Summary;
import dev.lethe.data.folder.Folder;
import dev.lethe.data.folder.Title;
import dev.lethe.data.inventory.Gathering;
import dev.lethe.io.RegularFile;
import dev.lethe.io.csv.CsvTable;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * People of VGGFace2: folders {@code n000001}, which {@code identity_meta.csv} names.
 *
 * <p>Source: Cao et al., "VGGFace2: A dataset for recognising faces across pose and age", FG 2018.
 */
@Summary("Reads people from VGGFace2's layout, whose folders identity_meta.csv names.")
public final class VggFace2 implements PeopleSource {
  private static final String LAYOUT = "folders n000001, n000002, … of pictures";
  private static final String PLACE = "people.identities";

  private final Folder root;
  private final Path identities;
  private final PersonFolders people;

  @Inject
  VggFace2(VggFace2Settings settings, RunContext run) {
    root = Folder.existing(settings.path(), LAYOUT);
    identities = RegularFile.of(PLACE, settings.identities()).path();
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
    Map<String, String> names = identified();
    List<PersonFolder> people = new ArrayList<>();
    for (Folder folder : gathering.folders(root)) {
      if (!folder.name().matches("n\\d{6}")) {
        gathering.leaveAside(folder, "not called as VGGFace2's people are");
        continue;
      }
      String name = names.get(folder.name());
      if (name == null) {
        throw new LetheException("%s has no name for %s".formatted(identities, folder));
      }
      people.add(new PersonFolder(name, folder));
    }
    return people;
  }

  private Map<String, String> identified() {
    CsvTable table = CsvTable.read(PLACE, identities);
    String id = table.require("Class_ID");
    String name = table.require("Name");
    Map<String, String> names = new HashMap<>();
    table
        .rows()
        .forEach(
            row -> {
              String written = row.cell(name);
              Title.problem(written)
                  .ifPresent(
                      problem -> {
                        throw new LetheException(
                            "%s, line %d: a name %s".formatted(identities, row.line(), problem));
                      });
              String other = names.putIfAbsent(row.cell(id), Title.of(written));
              if (other != null && !other.equals(Title.of(written))) {
                throw new LetheException(
                    "%s, line %d: %s is '%s' here and '%s' before; keep one"
                        .formatted(identities, row.line(), row.cell(id), written, other));
              }
            });
    return names;
  }
}
