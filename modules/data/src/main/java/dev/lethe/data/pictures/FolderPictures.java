package dev.lethe.data.pictures;

import dev.lethe.api.Progress;
import dev.lethe.api.data.CaptionList;
import dev.lethe.api.data.ImageSource;
import dev.lethe.api.data.Images;
import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.plugin.Summary;
import dev.lethe.data.folder.Contents;
import dev.lethe.data.folder.Folder;
import dev.lethe.data.inventory.Gathering;
import dev.lethe.data.inventory.Inventory;
import dev.lethe.data.inventory.PictureReading;
import dev.lethe.io.IoFailure;
import dev.lethe.io.RegularFile;
import dev.lethe.io.hash.Sha256;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All pictures in a folder and the folders in it, as img2dataset writes files: the captions of
 * {@code 1.jpg} stand in {@code 1.txt}, if there is one.
 */
@Summary(
    "Reads the pictures of a folder and of the folders in it, with captions from text files of the"
        + " same names.")
public final class FolderPictures implements ImageSource {
  private static final String TEXT = ".txt";

  private final Folder root;
  private final Inventory inventory;
  private final PictureReading reading;

  @Inject
  FolderPictures(FolderPictureSettings settings, RunContext run) {
    root = Folder.existing(settings.path(), "pictures");
    reading = settings.reading();
    inventory = reading.inventory(settings.path(), run);
  }

  @Override
  public Images read(Progress progress) {
    Walk walk = new Walk();
    walk.enter(root);
    return walk.album.read(root.path(), walk.gathering, inventory, progress);
  }

  /** Goes through folders in the order of their names, each after the files beside it. */
  private final class Walk {
    private final Gathering gathering = reading.gathering();
    private final Album album = new Album();
    private final Set<Path> within = new HashSet<>();

    void enter(Folder folder) {
      Path real = real(folder);
      if (!within.add(real)) {
        gathering.leaveAside(folder, "a link to a folder around it");
        return;
      }
      Contents contents = gathering.contents(folder);
      Map<String, Path> texts = texts(contents);
      for (Path file : contents.files()) {
        if (!texts.containsValue(file)) {
          album.add(gathering.picture(file), captions(texts.get(stem(file))));
        }
      }
      contents.folders().forEach(this::enter);
      within.remove(real);
    }

    /** Returns the texts that have a picture, by the name that they share. */
    private Map<String, Path> texts(Contents contents) {
      Map<String, Path> texts = new HashMap<>();
      Set<String> pictures = new HashSet<>();
      for (Path file : contents.files()) {
        if (isText(file)) {
          texts.put(stem(file), file);
        } else {
          pictures.add(stem(file));
        }
      }
      texts.keySet().retainAll(pictures);
      return texts;
    }
  }

  private static List<String> captions(@Nullable Path text) {
    List<String> captions = new ArrayList<>();
    if (text != null) {
      RegularFile.of("captions", text)
          .lines(Sha256.start(), line -> captions.add(CaptionList.oneLine(line)));
      captions.removeIf(String::isEmpty);
    }
    return captions;
  }

  private static boolean isText(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(TEXT);
  }

  private static String stem(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  private static Path real(Folder folder) {
    try {
      return folder.path().toRealPath();
    } catch (IOException e) {
      throw IoFailure.cannotRead(folder.path(), e);
    }
  }
}
