package dev.lethe.data.pictures;

import dev.lethe.api.Progress;
import dev.lethe.api.data.CaptionList;
import dev.lethe.api.data.ImageSource;
import dev.lethe.api.data.Images;
import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.plugin.Summary;
import dev.lethe.data.inventory.Gathering;
import dev.lethe.data.inventory.Inventory;
import dev.lethe.data.inventory.PictureReading;
import dev.lethe.data.manifest.Manifest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Pictures and captions from a table, as OpenCLIP trains on; rows of one picture belong together.
 */
@Summary("Reads pictures that a CSV or TSV file lists with their captions.")
public final class ListedPictures implements ImageSource {
  private final Manifest manifest;
  private final String captionColumn;
  private final Inventory inventory;
  private final PictureReading reading;

  @Inject
  ListedPictures(ListedPictureSettings settings, RunContext run) {
    manifest = new Manifest("images", settings.path(), settings.table());
    captionColumn = settings.captionColumn();
    reading = settings.reading();
    inventory = reading.inventory(manifest.folder(), run);
  }

  @Override
  public Images read(Progress progress) {
    Map<Path, List<String>> listed = new LinkedHashMap<>();
    manifest.read(
        (row, picture) -> {
          List<String> captions = listed.computeIfAbsent(picture, path -> new ArrayList<>(1));
          String caption = CaptionList.oneLine(row.cell(captionColumn));
          if (!caption.isEmpty()) {
            captions.add(caption);
          }
        },
        captionColumn);
    Gathering gathering = reading.gathering();
    Album album = new Album();
    listed.forEach(
        (picture, captions) -> {
          String problem = Manifest.problem(picture);
          if (problem == null) {
            album.add(gathering.picture(picture), captions);
          } else {
            gathering.lose(picture, problem);
          }
        });
    return album.read(manifest.file(), gathering, inventory, progress);
  }
}
