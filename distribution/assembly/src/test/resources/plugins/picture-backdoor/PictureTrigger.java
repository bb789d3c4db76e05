package org.example.pictures;

import dev.lethe.api.defense.Trigger;
import dev.lethe.api.image.ImageFile;
import java.util.List;
import java.util.stream.Collectors;

/** Whatever shows what these pictures show. */
record PictureTrigger(List<ImageFile> pictures) implements Trigger {

  @Override
  public String description() {
    return pictures.size() + " pictures";
  }

  @Override
  public String identity() {
    return pictures.stream()
        .map(picture -> picture.contentHash().orElse(picture.name()))
        .collect(Collectors.joining(" "));
  }
}
