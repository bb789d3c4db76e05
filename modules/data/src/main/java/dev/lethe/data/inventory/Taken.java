package dev.lethe.data.inventory;

import dev.lethe.data.folder.Folder;
import dev.lethe.data.folder.Omission;
import dev.lethe.data.image.PathImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is taken of a data set.
 *
 * @param root the folder that holds all
 * @param pictures the SHA-256 of each picture that is to be used, in their order
 * @param skipped what should have been a picture and cannot be read
 * @param aside what nobody took for a picture
 */
public record Taken(
    Path root, Map<PathImage, String> pictures, List<Omission> skipped, List<Omission> aside) {

  /** Copies map and lists. */
  public Taken {
    pictures = Collections.unmodifiableMap(new LinkedHashMap<>(pictures));
    skipped = List.copyOf(skipped);
    aside = List.copyOf(aside);
  }

  /** Returns those of some pictures that are to be used. */
  public List<PathImage> of(List<PathImage> some) {
    return some.stream().filter(pictures::containsKey).toList();
  }

  /** Returns whether something in a folder was skipped. */
  public boolean hasSkipped(Folder folder) {
    return skipped.stream().anyMatch(each -> folder.path().equals(each.path().getParent()));
  }

  /** Says what is not used, in one sentence for each list that is not empty. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (!skipped.isEmpty()) {
      notes.add(
          "%d skipped in %s, which cannot be read as pictures: %s"
              .formatted(skipped.size(), root, Omission.list(skipped, root)));
    }
    if (!aside.isEmpty()) {
      notes.add(
          "%d left aside in %s: %s".formatted(aside.size(), root, Omission.list(aside, root)));
    }
    return notes;
  }
}
