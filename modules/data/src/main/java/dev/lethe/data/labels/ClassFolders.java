package dev.lethe.data.labels;

import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.data.LabeledImageSource;
import dev.lethe.api.data.LabeledImages;
import dev.lethe.api.data.LabeledImages.Labeled;
import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.plugin.Summary;
import dev.lethe.data.folder.Folder;
import dev.lethe.data.hash.ContentHash;
import dev.lethe.data.image.PathImage;
import dev.lethe.data.inventory.Gathering;
import dev.lethe.data.inventory.Inventory;
import dev.lethe.data.inventory.PictureReading;
import dev.lethe.data.inventory.Taken;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Pictures from one folder for each class, as torchvision's ImageFolder and ImageNet are, also
 * where folders are numbers, as those of ImageNet-V2.
 */
@Summary("Reads pictures with classes from one folder for each class.")
public final class ClassFolders implements LabeledImageSource {
  private static final String LAYOUT = "one folder of pictures for each class";

  private final Folder root;
  private final @Nullable ClassNames names;
  private final Inventory inventory;
  private final PictureReading reading;
  private final Progress progress;

  @Inject
  ClassFolders(ClassFolderSettings settings, RunContext run) {
    Path classes = settings.classes();
    root = Folder.existing(settings.path(), LAYOUT);
    names = classes == null ? null : new ClassNames(classes, settings.dataset());
    reading = settings.reading();
    inventory = reading.inventory(settings.path(), run);
    progress = run.progress();
  }

  @Override
  public LabeledImages read() {
    Gathering gathering = reading.gathering();
    List<Folder> folders = gathering.folders(root);
    if (folders.size() < 2) {
      throw new LetheException(
          "%s holds %d folders; expected %s, at least two"
              .formatted(root.path(), folders.size(), LAYOUT));
    }
    List<String> classes = names == null ? titles(folders) : names.of(folders);
    List<List<PathImage>> files = folders.stream().map(gathering::files).toList();
    Taken taken = inventory.take(gathering, progress);
    List<Labeled> images = new ArrayList<>();
    ContentHash hash = new ContentHash();
    for (int label = 0; label < folders.size(); label++) {
      List<PathImage> pictures = taken.of(files.get(label));
      if (pictures.isEmpty()) {
        throw none(classes.get(label), folders.get(label), taken);
      }
      for (PathImage picture : pictures) {
        images.add(new Labeled(picture, label));
        hash.add(classes.get(label) + "/" + picture.label(), taken.pictures().get(picture));
      }
    }
    List<String> notes = new ArrayList<>(taken.notes());
    notes.addAll(shared(classes));
    return new LabeledImages(classes, images, hash.hex(), notes, taken.skipped().size());
  }

  /**
   * Says which of the names that a file gives several classes have; ImageNet's own list has some.
   */
  private static List<String> shared(List<String> classes) {
    Map<String, Long> counts =
        classes.stream()
            .map(Folder::key)
            .collect(Collectors.groupingBy(key -> key, TreeMap::new, Collectors.counting()));
    counts.values().removeIf(count -> count == 1);
    long many = counts.values().stream().mapToLong(Long::longValue).sum();
    return many == 0
        ? List.of()
        : List.of(
            "no model can tell %d of the classes apart, which share a name: %s"
                .formatted(many, String.join(", ", counts.keySet())));
  }

  private static List<String> titles(List<Folder> folders) {
    Map<String, Folder> byKey = new HashMap<>();
    for (Folder each : folders) {
      Folder other = byKey.put(Folder.key(each.title()), each);
      if (other != null) {
        throw new LetheException(
            "%s and %s are one class, since '%s' and '%s' are one text to a model; put their pictures into one of them, or name them apart"
                .formatted(other, each, other.title(), each.title()));
      }
    }
    return folders.stream().map(Folder::title).toList();
  }

  private static LetheException none(String name, Folder folder, Taken taken) {
    return new LetheException(
        "no pictures %sof class '%s' in %s; add some or remove the folder"
            .formatted(taken.hasSkipped(folder) ? "that can be read " : "", name, folder));
  }
}
