package dev.lethe.data.people;

import dev.lethe.api.Progress;
import dev.lethe.api.data.People;
import dev.lethe.api.data.PeopleSource;
import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.plugin.Summary;
import dev.lethe.data.folder.Folder;
import dev.lethe.data.inventory.Gathering;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * People from a folder in FaceScrub's layout.
 *
 * <p>Source: Ng and Winkler, "A data-driven approach to cleaning large face datasets", ICIP 2014;
 * the names that it misspells are corrected as by Hintersdorf et al., "Does CLIP Know My Face?".
 */
@Summary("Reads people from FaceScrub's layout: actors and actresses, photographs or faces.")
public final class FaceScrub implements PeopleSource {
  private static final String LAYOUT = "{actors,actresses}/{images,faces}/<Name>/<pictures>";
  private static final Map<String, String> CORRECTED =
      Map.of(
          "Freddy Prinze Jr.", "Freddie Prinze Jr",
          "Leslie Neilsen", "Leslie Nielsen",
          "Robert Di Niro", "Robert De Niro",
          "Tatyana M. Ali", "Tatyana Ali");

  private final Folder root;
  private final PersonFolders people;
  private final String photos;

  @Inject
  FaceScrub(FaceScrubSettings settings, RunContext run) {
    root = Folder.existing(settings.path(), LAYOUT);
    photos = settings.photos().name().toLowerCase(Locale.ROOT);
    String expected =
        "%s with photos: %s (for one folder per person use source: folders)"
            .formatted(LAYOUT, photos);
    people = new PersonFolders(root, expected, this::people, settings.reading(), run);
  }

  @Override
  public People read(Progress progress) {
    return people.read(progress);
  }

  @Override
  public List<String> names() {
    return people.names();
  }

  /** Returns actors first, then actresses, each in the order of their folders' names. */
  private List<PersonFolder> people(Gathering gathering) {
    List<PersonFolder> people = new ArrayList<>();
    List<PersonFolder> actresses = new ArrayList<>();
    for (Folder group : gathering.folders(root)) {
      if (isOneOf(group, "actors")) {
        people.addAll(people(group, gathering));
      } else if (isOneOf(group, "actresses")) {
        actresses.addAll(people(group, gathering));
      } else {
        gathering.leaveAside(group, "neither 'actors' nor 'actresses'");
      }
    }
    people.addAll(actresses);
    return people;
  }

  private List<PersonFolder> people(Folder group, Gathering gathering) {
    List<PersonFolder> people = new ArrayList<>();
    for (Folder kind : gathering.folders(group)) {
      if (isOneOf(kind, photos)) {
        gathering.folders(kind).forEach(folder -> people.add(person(folder)));
      } else if (!isOneOf(kind, "images", "faces")) {
        gathering.leaveAside(kind, "neither 'images' nor 'faces'");
      }
    }
    return people;
  }

  private static boolean isOneOf(Folder folder, String... names) {
    return Stream.of(names).anyMatch(folder.name()::equalsIgnoreCase);
  }

  private static PersonFolder person(Folder folder) {
    String title = folder.title();
    return new PersonFolder(CORRECTED.getOrDefault(title, title), folder);
  }
}
