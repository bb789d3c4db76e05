package dev.lethe.defense.image;

import dev.lethe.api.image.ImageFile;
import dev.lethe.api.image.RgbImage;
import dev.lethe.api.model.ImageEncoder;
import dev.lethe.image.reading.ReadAhead;
import dev.lethe.tensor.memory.PictureMemory;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
  private @Nullable ReadAhead<RgbImage> ahead;

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
      ahead =
          new ReadAhead<>(
              IntStream.range(step, steps).boxed().flatMap(this::pictures),
              Supplier::get,
              AHEAD * size());
    }
    List<PictureRow> rows = draws.rows(step);
    return new Prepared(rows, ahead.next(rows.size()));
  }

  @Override
  public RgbImage unchanged(int number) {
    return resized(gallery.get(number));
  }

  /**
   * One by one, so that all threads share each step: the engine's threads wait for each other, and
   * where one thread alone read, the engine would be as slow as the one beside it.
   */
  private Stream<Supplier<RgbImage>> pictures(int step) {
    Map<ImageFile, RgbImage> read = new ConcurrentHashMap<>();
    return draws.rows(step).stream().map(row -> () -> picture(row, read));
  }

  private RgbImage picture(PictureRow row, Map<ImageFile, RgbImage> read) {
    RgbImage picture = read.computeIfAbsent(gallery.get(row.picture()), this::resized);
    PictureRow.PastedFace pasted = row.pasted();
    return pasted == null
        ? picture
        : pasted.placement().paste(read.computeIfAbsent(pasted.face(), this::resized), picture);
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
