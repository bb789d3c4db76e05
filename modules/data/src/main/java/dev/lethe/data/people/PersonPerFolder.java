package dev.lethe.data.people;

import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.data.People;
import dev.lethe.api.data.PeopleSource;
import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.plugin.Summary;
import dev.lethe.data.folder.Folder;
import dev.lethe.data.image.RgbConversion;
import dev.lethe.data.inventory.Gathering;
import dev.lethe.data.inventory.Inventory;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;

/** People from one folder for each, named after the person; {@code _} is a space. */
@Summary("Reads people from one folder of pictures for each person.")
public final class PersonPerFolder implements PeopleSource {
  private static final String LAYOUT = "one folder of pictures for each person";

  private final Folder root;
  private final Inventory inventory;
  private final RgbConversion toRgb;

  @Inject
  PersonPerFolder(FolderSettings settings, RunContext run) {
    root = Folder.existing(settings.path(), LAYOUT);
    inventory = Inventory.of(settings.path(), settings.unreadable(), run);
    toRgb = settings.toRgb();
  }

  @Override
  public People read(Progress progress) {
    Gathering gathering = new Gathering(toRgb);
    return PersonFolder.read(people(gathering), gathering, inventory, progress);
  }

  @Override
  public List<String> names() {
    return PersonFolder.names(people(new Gathering(toRgb)));
  }

  private List<PersonFolder> people(Gathering gathering) {
    List<PersonFolder> people =
        gathering.folders(root).stream()
            .map(PersonFolder::of)
            .sorted(Comparator.comparing(PersonFolder::name))
            .toList();
    if (people.isEmpty()) {
      throw new LetheException(
          "nobody found in %s; expected %s (for FaceScrub's layout use source: facescrub)"
              .formatted(root.path(), LAYOUT));
    }
    return people;
  }
}
