package dev.lethe.defense.image;

import dev.lethe.api.image.RgbImage;
import dev.lethe.api.model.ImageEncoder;
import dev.lethe.api.panel.PicturesPanel;
import dev.lethe.api.panel.PicturesPanel.Shown;
import dev.lethe.defense.image.PictureRow.PastedFace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The first picture of a few people to forget that training pastes their faces into. */
final class PastedExamples {
  private static final int PEOPLE = 8;

  private PastedExamples() {}

  static PicturesPanel of(
      PictureDraws draws, Gallery gallery, List<FaceBackdoor> backdoors, ImageEncoder encoder) {
    List<Shown> shown = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    for (PictureRow row : draws.rows(0)) {
      PastedFace pasted = row.pasted();
      if (pasted != null && row.person() >= 0 && shown.size() < PEOPLE && seen.add(row.person())) {
        RgbImage base = encoder.resize(gallery.get(row.picture()).read());
        RgbImage face = encoder.resize(pasted.face().read());
        shown.add(
            new Shown(backdoors.get(row.person()).person(), pasted.placement().paste(face, base)));
      }
    }
    return new PicturesPanel(
        "Pasted faces",
        "Pictures of the first step, each with a face that shall mean the target wherever it stands.",
        shown);
  }
}
