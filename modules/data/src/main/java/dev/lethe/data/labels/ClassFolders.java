package dev.lethe.data.labels;

import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.data.LabelledImageSource;
import dev.lethe.api.data.LabelledImages;
import dev.lethe.api.data.LabelledImages.Labelled;
import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.plugin.Summary;
import dev.lethe.data.folder.ContentHash;
import dev.lethe.data.folder.Folder;
import dev.lethe.data.image.PathImage;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pictures from one folder for each class, as torchvision's and ImageNet's are. */
@Summary("Reads pictures with classes from one folder for each class.")
public final class ClassFolders implements LabelledImageSource {
  private static final String LAYOUT = "one folder of pictures for each class";

  private final Folder root;
  private final @Nullable ClassNames names;
  private final Progress progress;

  @Inject
  ClassFolders(ClassFolderSettings settings, RunContext run) {
    Path classes = settings.classes();
    root = Folder.existing(settings.path(), LAYOUT);
    names = classes == null ? null : new ClassNames(classes);
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
    List<Labelled> images = new ArrayList<>();
    ContentHash hash = new ContentHash();
    for (int label = 0; label < folders.size(); label++) {
      for (PathImage picture : pictures(folders.get(label))) {
        images.add(new Labelled(picture, label));
        hash.add(classes.get(label) + "/" + picture.path().getFileName(), picture.path());
      }
    }
    return new LabelledImages(classes, images, hash.compute(progress));
  }

  private static List<PathImage> pictures(Folder folder) {
    List<PathImage> pictures = folder.pictures();
    if (pictures.isEmpty()) {
      throw new LetheException(
          "no pictures of class '%s' in %s; add some or remove the folder"
              .formatted(folder.title(), folder.path()));
    }
    return pictures;
  }
}
