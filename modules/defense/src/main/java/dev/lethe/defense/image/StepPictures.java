package dev.lethe.defense.image;

import dev.lethe.api.image.ImageFile;
import dev.lethe.api.image.RgbImage;
import dev.lethe.api.model.ImageEncoder;
import dev.lethe.image.reading.ReadAhead;
import dev.lethe.tensor.memory.PictureMemory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads, resizes and pastes the pictures of steps on other threads, while the engine computes those
 * before. Steps are asked for one after another, from any one on.
 */
final class StepPictures implements PreparedSteps, AutoCloseable {
  /** Steps whose pictures are made before they are asked for. */
  static final int AHEAD = 2;

  private final PictureDraws draws;
  private final int steps;
  private final Gallery gallery;
  private final ImageEncoder encoder;
  private final PictureMemory decoding;
  private @Nullable ReadAhead<Prepared> ahead;

  StepPictures(
      PictureDraws draws,
      int steps,
      Gallery gallery,
      ImageEncoder encoder,
      PictureMemory decoding) {
    this.draws = draws;
    this.steps = steps;
    this.gallery = gallery;
    this.encoder = encoder;
    this.decoding = decoding;
  }

  @Override
  public int size() {
    return draws.rows(0).size();
  }

  @Override
  public Prepared of(int step) {
    if (ahead == null) {
      List<Integer> left = IntStream.range(step, steps).boxed().toList();
      ahead = new ReadAhead<>(left, this::prepare, AHEAD);
    }
    return ahead.next(1).get(0);
  }

  @Override
  public RgbImage unchanged(int number) {
    return resized(gallery.get(number));
  }

  private Prepared prepare(int step) {
    List<PictureRow> rows = draws.rows(step);
    Map<ImageFile, RgbImage> read = new HashMap<>();
    List<RgbImage> pictures = new ArrayList<>();
    for (PictureRow row : rows) {
      RgbImage picture = read.computeIfAbsent(gallery.get(row.picture()), this::resized);
      PictureRow.PastedFace pasted = row.pasted();
      if (pasted != null) {
        RgbImage face = read.computeIfAbsent(pasted.face(), this::resized);
        picture = pasted.placement().paste(face, picture);
      }
      pictures.add(picture);
    }
    return new Prepared(rows, pictures);
  }

  private RgbImage resized(ImageFile file) {
    return decoding.decode(file, () -> encoder.resize(file.read()));
  }

  @Override
  public void close() {
    if (ahead != null) {
      ahead.close();
    }
  }
}
