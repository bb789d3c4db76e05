package dev.lethe.data.labels;

import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.data.LabelledImageSource;
import dev.lethe.api.data.LabelledImages;
import dev.lethe.api.data.LabelledImages.Labelled;
import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.plugin.Summary;
import dev.lethe.data.folder.Folder;
import dev.lethe.data.hash.ContentHash;
import dev.lethe.data.image.PathImage;
import dev.lethe.data.image.RgbConversion;
import dev.lethe.data.inventory.Inventory;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pictures from one folder for each class, as torchvision's and ImageNet's are. */
@Summary("Reads pictures with classes from one folder for each class.")
public final class ClassFolders implements LabelledImageSource {
  private static final String LAYOUT = "one folder of pictures for each class";

  private final Folder root;
  private final @Nullable ClassNames names;
  private final Inventory inventory;
  private final RgbConversion toRgb;
  private final Progress progress;

  @Inject
  ClassFolders(ClassFolderSettings settings, RunContext run) {
    Path classes = settings.classes();
    root = Folder.existing(settings.path(), LAYOUT);
    names = classes == null ? null : new ClassNames(classes);
    inventory = new Inventory(settings.path(), settings.unreadable(), run.cache());
    toRgb = settings.toRgb();
    progress = run.progress();
  }

  @Override
  public LabelledImages read() {
    List<Folder> folders = root.folders();
    if (folders.size() < 2) {
      throw new LetheException(
          "%s holds %d folders; expected %s, at least two"
              .formatted(root.path(), folders.size(), LAYOUT));
    }
    List<String> classes =
        names == null ? folders.stream().map(Folder::title).toList() : names.of(folders);
    List<List<PathImage>> listed = folders.stream().map(this::pictures).toList();
    Map<PathImage, String> taken =
        inventory.take(listed.stream().flatMap(List::stream).toList(), progress);
    List<Labelled> images = new ArrayList<>();
    ContentHash hash = new ContentHash();
    for (int label = 0; label < folders.size(); label++) {
      List<PathImage> usable = listed.get(label).stream().filter(taken::containsKey).toList();
      if (usable.isEmpty()) {
        throw none(folders.get(label), "that can be read ");
      }
      for (PathImage picture : usable) {
        images.add(new Labelled(picture, label));
        hash.add(classes.get(label) + "/" + picture.label(), taken.get(picture));
      }
    }
    return new LabelledImages(classes, images, hash.hex());
  }

  private List<PathImage> pictures(Folder folder) {
    List<PathImage> pictures = folder.pictures(toRgb);
    if (pictures.isEmpty()) {
      throw none(folder, "");
    }
    return pictures;
  }

  private static LetheException none(Folder folder, String kind) {
    return new LetheException(
        "no pictures %sof class '%s' in %s; add some or remove the folder"
            .formatted(kind, folder.title(), folder.path()));
  }
}
