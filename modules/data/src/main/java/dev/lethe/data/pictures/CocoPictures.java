package dev.lethe.data.pictures;

import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.data.CaptionList;
import dev.lethe.api.data.ImageSource;
import dev.lethe.api.data.Images;
import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.plugin.Summary;
import dev.lethe.data.coco.CocoFile;
import dev.lethe.data.folder.Contents;
import dev.lethe.data.folder.Folder;
import dev.lethe.data.inventory.Gathering;
import dev.lethe.data.inventory.Inventory;
import dev.lethe.data.inventory.PictureReading;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** COCO's pictures in the order of their numbers, each with what five people wrote about it. */
@Summary("Reads COCO's pictures from a folder, with their captions.")
public final class CocoPictures implements ImageSource {
  private final Folder folder;
  private final CocoFile file;
  private final Inventory inventory;
  private final PictureReading reading;

  @Inject
  CocoPictures(CocoPictureSettings settings, RunContext run) {
    folder = Folder.existing(settings.path(), "the pictures that the captions are about");
    file = CocoFile.of("captions", settings.captions());
    reading = settings.reading();
    inventory = reading.inventory(settings.path(), run);
  }

  @Override
  public Images read(Progress progress) {
    Map<Long, String> names = new TreeMap<>();
    Map<Long, List<String>> captions = new HashMap<>();
    file.read(
        image -> {
          if (names.put(image.id(), image.fileName()) != null) {
            throw new LetheException(
                "%s has two pictures of the number %d".formatted(file.path(), image.id()));
          }
        },
        annotation ->
            captions
                .computeIfAbsent(annotation.imageId(), id -> new ArrayList<>(5))
                .add(CaptionList.oneLine(annotation.caption())));
    captions.values().forEach(written -> written.removeIf(String::isEmpty));
    Gathering gathering = reading.gathering();
    return album(names, captions, gathering).read(folder.path(), gathering, inventory, progress);
  }

  private Album album(
      Map<Long, String> names, Map<Long, List<String>> captions, Gathering gathering) {
    Contents contents = gathering.contents(folder);
    contents.folders().forEach(inner -> gathering.leaveAside(inner, "a folder within"));
    Map<String, Path> files = new LinkedHashMap<>();
    contents.files().forEach(file -> files.put(file.getFileName().toString(), file));
    Album album = new Album();
    names.forEach(
        (id, name) -> {
          Path file = files.remove(name);
          if (file == null) {
            gathering.lose(folder.path().resolve(name), "it is not there");
          } else {
            album.add(gathering.picture(file), captions.getOrDefault(id, List.of()));
          }
        });
    files.values().forEach(file -> gathering.leaveAside(file, "not in the file of captions"));
    return album;
  }
}
