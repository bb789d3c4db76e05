package dev.lethe.data.pictures;

import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.Progress;
import dev.lethe.api.data.ImageSource;
import dev.lethe.api.data.Images;
import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.plugin.Summary;
import dev.lethe.data.folder.Contents;
import dev.lethe.data.folder.Folder;
import dev.lethe.data.inventory.Gathering;
import dev.lethe.data.inventory.Inventory;
import dev.lethe.data.inventory.PictureReading;
import dev.lethe.io.RegularFile;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Pictures from tar archives as WebDataset and img2dataset write them: members that share a name up
 * to its first dot are one sample, with {@code .txt} or {@code .json} for captions. Pictures are
 * read where they lie in the archive.
 */
@Summary("Reads pictures and captions from WebDataset's tar archives.")
public final class WebDataset implements ImageSource {
  private static final String LAYOUT = "WebDataset's tar archives";

  private final Path path;
  private final String field;
  private final Inventory inventory;
  private final PictureReading reading;

  @Inject
  WebDataset(WebDatasetSettings settings, RunContext run) {
    path = settings.path();
    if (Files.isDirectory(path)) {
      Folder.existing(path, LAYOUT);
    } else {
      RegularFile.of("images", path);
    }
    field = settings.field();
    reading = settings.reading();
    inventory = reading.inventory(path, run);
  }

  @Override
  public Images read(Progress progress) {
    Gathering gathering = reading.gathering();
    Album album = new Album();
    List<Path> shards = shards(gathering);
    try (Progress.Task task = progress.begin("listing archives", shards.size())) {
      for (Path shard : shards) {
        new Shard(shard, field).addTo(album, gathering);
        task.advance(1);
      }
    }
    return album.read(path, gathering, inventory, progress);
  }

  private List<Path> shards(Gathering gathering) {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    Contents contents = gathering.contents(new Folder(path));
    contents.folders().forEach(inner -> gathering.leaveAside(inner, "a folder within"));
    List<Path> shards = new ArrayList<>();
    List<Path> packed = new ArrayList<>();
    for (Path file : contents.files()) {
      String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
      if (name.endsWith(".tar")) {
        shards.add(file);
      } else if (name.matches(".*\\.(tgz|tar\\.\\w+)")) {
        packed.add(file);
      } else {
        gathering.leaveAside(file, "no tar archive");
      }
    }
    if (!packed.isEmpty()) {
      throw new LetheException(
          packed.get(0)
              + " is packed, so that no picture can be read from its middle; unpack it to a .tar");
    }
    if (shards.isEmpty()) {
      throw new NotFoundException("there is no .tar in %s; expected %s".formatted(path, LAYOUT));
    }
    return shards;
  }
}
