package dev.lethe.forgetting.people;

import dev.lethe.api.image.ImageFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The photographs of one person, found by the numbers in the names of their files: a crop belongs
 * to the photograph whose numbers its own begin with, as {@code Ada_7_2.png} does to {@code
 * Ada_7.jpg}. Photographs of equal numbers cannot be told apart, and nothing belongs to them.
 */
final class Photographs {
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  private final Map<List<String>, List<ImageFile>> byNumbers = new HashMap<>();

  Photographs(List<ImageFile> photographs) {
    for (ImageFile photograph : photographs) {
      byNumbers.computeIfAbsent(numbers(photograph), numbers -> new ArrayList<>()).add(photograph);
    }
  }

  /** Returns the photograph that a crop was cut out of; empty where that cannot be told. */
  Optional<ImageFile> of(ImageFile crop) {
    List<String> numbers = numbers(crop);
    for (int most = numbers.size(); most > 0; most--) {
      List<ImageFile> found = byNumbers.get(numbers.subList(0, most));
      if (found != null) {
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Returns the numbers in the name of a file, without folders, ending and leading zeros. */
  private static List<String> numbers(ImageFile image) {
    String path = image.name();
    String file = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    int end = file.lastIndexOf('.');
    return NUMBER
        .matcher(end > 0 ? file.substring(0, end) : file)
        .results()
        .map(MatchResult::group)
        .map(digits -> digits.replaceFirst("^0+(?=.)", ""))
        .toList();
  }
}
