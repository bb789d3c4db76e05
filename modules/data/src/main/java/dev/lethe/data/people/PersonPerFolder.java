package dev.lethe.data.people;

import dev.lethe.api.Progress;
import dev.lethe.api.data.People;
import dev.lethe.api.data.PeopleSource;
import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.plugin.Summary;
import dev.lethe.data.folder.Folder;
import dev.lethe.data.inventory.Gathering;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;

/** People from one folder for each, named after the person; {@code _} is a space. */
@Summary("Reads people from one folder of pictures for each person.")
public final class PersonPerFolder implements PeopleSource {
  private static final String LAYOUT = "one folder of pictures for each person";

  private final Folder root;
  private final PersonFolders people;

  @Inject
  PersonPerFolder(FolderSettings settings, RunContext run) {
    root = Folder.existing(settings.path(), LAYOUT);
    people =
        new PersonFolders(
            root,
            LAYOUT + " (for FaceScrub's layout use source: facescrub)",
            this::people,
            settings.reading(),
            run);
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
    return gathering.folders(root).stream()
        .map(PersonFolder::of)
        .sorted(Comparator.comparing(PersonFolder::name))
        .toList();
  }
}
