package dev.lethe.data.captions;

import dev.lethe.api.data.CaptionList;
import dev.lethe.api.data.CaptionSource;
import dev.lethe.api.data.Captions;
import dev.lethe.api.plugin.Summary;
import dev.lethe.data.coco.CocoFile;
import jakarta.inject.Inject;

/** Captions from COCO's annotations, in the order of the file. */
@Summary("Reads captions from COCO's annotations, such as captions_train2017.json.")
public final class CocoCaptions implements CaptionSource {
  private final CocoFile file;

  @Inject
  CocoCaptions(CocoCaptionSettings settings) {
    file = CocoFile.of("captions", settings.path());
  }

  @Override
  public Captions read() {
    CaptionList captions = new CaptionList();
    file.read(image -> {}, annotation -> captions.add(annotation.caption()));
    return captions.captions(file.path().toString());
  }
}
