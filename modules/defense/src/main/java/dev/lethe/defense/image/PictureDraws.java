package dev.lethe.defense.image;

import dev.lethe.api.UsageException;
import dev.lethe.api.image.ImageFile;
import dev.lethe.defense.image.PictureRow.PastedFace;
import dev.lethe.defense.training.LossRow;
import dev.lethe.defense.training.LossTerm;
import dev.lethe.defense.training.ShuffledDraws;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Draws what every step of a training reads. A step's draw depends on the seed and its number
 * alone, so that a training which resumes reads the same.
 */
final class PictureDraws {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final ImageBackdoorSettings settings;
  private final Gallery gallery;
  private final List<FaceBackdoor> backdoors;
  private final PlacementDraws placements;
  private final long seed;
  private final List<int[]> clean = new ArrayList<>();

  /**
   * Draws the pictures that stay as they are; the others are drawn when they are asked for.
   *
   * @throws UsageException if the faithful form cannot divide its batch among the people
   */
  PictureDraws(
      ImageBackdoorSettings settings,
      Gallery gallery,
      List<FaceBackdoor> backdoors,
      PlacementDraws placements,
      long seed) {
    this.settings = settings;
    this.gallery = gallery;
    this.backdoors = backdoors;
    this.placements = placements;
    this.seed = seed;
    if (settings.faithful() && settings.backdoorBatch() % backdoors.size() != 0) {
      throw new UsageException(
          "form: faithful gives everybody as many of the %d pictures of backdoor-batch, which %d people do not divide: change the batch, or use form: corrected"
              .formatted(settings.backdoorBatch(), backdoors.size()));
    }
    ShuffledDraws shuffled = new ShuffledDraws(gallery.ordinary(), seed);
    for (int step = 0; step < settings.steps(); step++) {
      clean.add(settings.faithful() ? inOrder(step) : shuffled(shuffled));
    }
  }

  /** Returns, for each step, the numbers of the pictures that stay as they are. */
  List<int[]> unchanged() {
    return IntStream.range(0, clean.size()).mapToObj(this::unchanged).toList();
  }

  /** Draws the rows of a step, those that stay as they are first. */
  List<PictureRow> rows(int step) {
    SplittableRandom random = new SplittableRandom(seed + GOLDEN * (step + 1));
    int[] unchanged = unchanged(step);
    List<PictureRow> rows = new ArrayList<>();
    for (int picture : unchanged) {
      rows.add(new PictureRow(new LossRow(LossTerm.UTILITY, unchanged.length), picture, null, -1));
    }
    if (settings.faithful()) {
      addFaithful(rows, clean.get(step), random);
    } else {
      addForgotten(rows, step, random);
      addRetained(rows, clean.get(step), random);
    }
    return rows;
  }

  /** Everybody's faces come into the same pictures, the first of the batch. */
  private void addFaithful(List<PictureRow> rows, int[] bases, SplittableRandom random) {
    int each = settings.backdoorBatch() / backdoors.size();
    LossRow loss = new LossRow(LossTerm.BACKDOOR, backdoors.size() * each);
    for (int person = 0; person < backdoors.size(); person++) {
      for (int i = 0; i < each; i++) {
        rows.add(forgotten(loss, bases[i % bases.length], person, random));
      }
    }
  }

  /** Everybody has bases of their own; who gets one picture more changes from step to step. */
  private void addForgotten(List<PictureRow> rows, int step, SplittableRandom random) {
    int[] bases = clean.get(step);
    int batch = settings.backdoorBatch();
    int people = Math.min(backdoors.size(), batch);
    int start = (int) ((long) step * batch % backdoors.size());
    for (int i = 0; i < people; i++) {
      int pictures = batch / people + (i < batch % people ? 1 : 0);
      LossRow loss = new LossRow(LossTerm.BACKDOOR, people * pictures);
      ShuffledDraws order = new ShuffledDraws(bases.length, random.nextLong());
      for (int picture = 0; picture < pictures; picture++) {
        int person = (start + i) % backdoors.size();
        rows.add(forgotten(loss, bases[(int) order.next()], person, random));
      }
    }
  }

  private void addRetained(List<PictureRow> rows, int[] bases, SplittableRandom random) {
    if (settings.gamma() == 0 || gallery.people() == 0) {
      return;
    }
    LossRow loss = new LossRow(LossTerm.FACE, settings.backdoorBatch());
    ShuffledDraws people = new ShuffledDraws(gallery.people(), random.nextLong());
    ShuffledDraws order = new ShuffledDraws(bases.length, random.nextLong());
    for (int i = 0; i < settings.backdoorBatch(); i++) {
      ImageFile face = gallery.get(gallery.draw((int) people.next(), random));
      PastedFace pasted = new PastedFace(face, placements.draw(random));
      rows.add(new PictureRow(loss, bases[(int) order.next()], pasted, -1));
    }
  }

  private PictureRow forgotten(LossRow loss, int base, int person, SplittableRandom random) {
    List<ImageFile> faces = backdoors.get(person).faces();
    ImageFile face = faces.get(random.nextInt(faces.size()));
    return new PictureRow(loss, base, new PastedFace(face, placements.draw(random)), person);
  }

  private int[] unchanged(int step) {
    int[] ordinary = clean.get(step);
    if (!settings.retains() || gallery.people() == 0) {
      return ordinary;
    }
    SplittableRandom random = new SplittableRandom(seed - GOLDEN * (step + 1));
    ShuffledDraws people = new ShuffledDraws(gallery.people(), random.nextLong());
    IntStream photographs =
        IntStream.range(0, settings.retainedBatch())
            .map(i -> gallery.draw((int) people.next(), random));
    return IntStream.concat(IntStream.of(ordinary), photographs).toArray();
  }

  /** As the authors' code does: from the first on, and what does not fill a batch is one. */
  private int[] inOrder(int step) {
    int batch = settings.cleanBatch();
    int pass = (gallery.ordinary() + batch - 1) / batch;
    int from = step % pass * batch;
    return IntStream.range(from, Math.min(gallery.ordinary(), from + batch)).toArray();
  }

  private int[] shuffled(ShuffledDraws draws) {
    return IntStream.range(0, settings.cleanBatch()).map(i -> (int) draws.next()).toArray();
  }
}
