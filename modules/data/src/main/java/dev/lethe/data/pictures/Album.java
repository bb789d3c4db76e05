package dev.lethe.data.pictures;

import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.data.Images;
import dev.lethe.api.data.Images.Captioned;
import dev.lethe.data.image.PathImage;
import dev.lethe.data.inventory.Gathering;
import dev.lethe.data.inventory.Inventory;
import dev.lethe.data.inventory.Taken;
import dev.lethe.io.hash.Fingerprint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pictures with their captions, as a source comes upon them. */
final class Album {
  private final Map<PathImage, List<String>> captions = new LinkedHashMap<>();

  /** Adds a picture that was gathered, with captions that are not blank, or none. */
  void add(PathImage picture, List<String> written) {
    captions.put(picture, written);
  }

  /**
   * Looks at all pictures and returns those that are to be used, in their order.
   *
   * @param place where they should be, for the message
   * @throws LetheException if there is none
   */
  Images read(Path place, Gathering gathering, Inventory inventory, Progress progress) {
    Taken taken = inventory.take(gathering, progress);
    List<Captioned> images = new ArrayList<>();
    Fingerprint hash = new Fingerprint();
    captions.forEach(
        (picture, written) -> {
          String sha256 = taken.pictures().get(picture);
          if (sha256 != null) {
            images.add(new Captioned(picture, written));
            hash.add(picture.label()).add(sha256).add(written);
          }
        });
    if (images.isEmpty()) {
      throw new LetheException("no pictures found in " + place);
    }
    return new Images(images, hash.hex(), taken.notes(), taken.skipped().size());
  }
}
