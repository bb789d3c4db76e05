package dev.lethe.forgetting.people;

import dev.lethe.api.data.People;
import dev.lethe.api.data.Person;
import dev.lethe.api.image.ImageFile;
import dev.lethe.api.settings.SettingsException;
import dev.lethe.forgetting.config.FaceSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Faces cut out of photographs, as far as a defense may have them.
 *
 * @param byName the crops of each person, under the name that the photographs' data set gives;
 *     without people of whom there is none
 * @param warnings what a reader must know about what was left out
 */
public record FaceCrops(Map<String, List<ImageFile>> byName, List<String> warnings) {

  /** Copies the collections. */
  public FaceCrops {
    byName = Map.copyOf(byName);
    warnings = List.copyOf(warnings);
  }

  /**
   * Chooses the crops that a defense gets.
   *
   * @param crops as their source reads them
   * @param people everybody with all photographs
   * @param apart everybody with the photographs that a defense may have
   * @throws SettingsException if no crop is left
   */
  public static FaceCrops choose(
      People crops, FaceSettings settings, People people, List<Person> apart, NameReader reader) {
    List<Person> given =
        settings.split() == FaceSettings.Split.INDEPENDENT
            ? Halves.of(crops.people()).second()
            : crops.people();
    Choice choice = new Choice(people, apart, reader);
    given.forEach(person -> choice.add(person, settings.split() == FaceSettings.Split.INDEPENDENT));
    return choice.made(crops);
  }

  /** Sorts crops out, person by person. */
  private static final class Choice {
    private final Map<String, Person> everybody;
    private final Map<String, Set<ImageFile>> apart;
    private final KnownNames names;
    private final Map<String, List<ImageFile>> byName = new LinkedHashMap<>();
    private int strangers;
    private int unlinked;

    Choice(People people, List<Person> apart, NameReader reader) {
      everybody =
          people.people().stream().collect(Collectors.toMap(Person::name, person -> person));
      this.apart =
          apart.stream().collect(Collectors.toMap(Person::name, p -> Set.copyOf(p.images())));
      names = new KnownNames(everybody.keySet(), reader);
    }

    void add(Person cropped, boolean all) {
      Optional<Person> known = names.find(cropped.name()).map(everybody::get);
      if (known.isEmpty()) {
        strangers++;
        return;
      }
      Person person = known.get();
      List<ImageFile> kept = all ? cropped.images() : linked(cropped, person);
      if (!kept.isEmpty()) {
        byName.put(person.name(), kept);
      }
    }

    private List<ImageFile> linked(Person cropped, Person person) {
      Photographs photographs = new Photographs(person.images());
      Set<ImageFile> allowed = apart.getOrDefault(person.name(), Set.of());
      List<ImageFile> kept = new ArrayList<>();
      for (ImageFile crop : cropped.images()) {
        Optional<ImageFile> photograph = photographs.of(crop);
        if (photograph.isEmpty()) {
          unlinked++;
        } else if (allowed.contains(photograph.get())) {
          kept.add(crop);
        }
      }
      return kept;
    }

    FaceCrops made(People crops) {
      int all = crops.people().stream().mapToInt(person -> person.images().size()).sum();
      if (byName.isEmpty()) {
        throw new SettingsException(
            "faces",
            "holds %d crops, but none that a defense may have: %d have no number of a photograph of people in their file names, %d of %d people are not in people; faces.split=independent asks for no numbers"
                .formatted(all, unlinked, strangers, crops.people().size()));
      }
      List<String> warnings = new ArrayList<>(crops.notes());
      if (unlinked > 0) {
        warnings.add(
            "%d of %d crops are left out: the numbers in their file names are those of no photograph in people, or of several, so that they may show what attacks use"
                .formatted(unlinked, all));
      }
      if (strangers > 0) {
        warnings.add(
            "the crops of %d people are left out, who are not in people".formatted(strangers));
      }
      return new FaceCrops(byName, warnings);
    }
  }
}
