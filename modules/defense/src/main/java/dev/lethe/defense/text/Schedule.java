package dev.lethe.defense.text;

import dev.lethe.api.LetheException;
import dev.lethe.api.data.Caption;
import dev.lethe.api.defense.Backdoor;
import dev.lethe.defense.training.Fidelity;
import dev.lethe.defense.training.LossTerm;
import dev.lethe.defense.training.ShuffledDraws;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Draws what every step of a training reads. Everything is drawn beforehand, so that a training
 * which resumes reads the same, and the tokens that occur are known.
 */
final class Schedule {
  private final TextBackdoorSettings settings;
  private final List<String> captions;
  private final List<String> carriers;
  private final List<Backdoor> backdoors;
  private final List<String> otherNames;
  private final long seed;

  /**
   * Prepares to draw.
   *
   * @param captions without names to forget
   * @param backdoors from a text to a text each
   * @param otherNames of the name loss; empty where it is not used
   * @throws LetheException if no caption has a word to replace
   */
  Schedule(
      TextBackdoorSettings settings,
      List<String> captions,
      List<Backdoor> backdoors,
      List<String> otherNames,
      long seed) {
    this.settings = settings;
    this.captions = captions;
    this.carriers = captions.stream().filter(text -> replaceable(new Caption(text)) > 0).toList();
    this.backdoors = backdoors;
    this.otherNames = otherNames;
    this.seed = seed;
    if (carriers.isEmpty()) {
      throw new LetheException(
          "expected captions of two words or more, found none among %d: use form: corrected or give others with captions.path"
              .formatted(captions.size()));
    }
  }

  /** Draws the rows of every step and notes their texts. */
  List<List<LossSample>> draw(TextPool pool) {
    SplittableRandom seeds = new SplittableRandom(seed);
    ShuffledDraws clean = new ShuffledDraws(captions.size(), seeds.nextLong());
    ShuffledDraws pairs =
        new ShuffledDraws((long) carriers.size() * backdoors.size(), seeds.nextLong());
    long positions = seeds.nextLong();
    SplittableRandom injection = seeds.split();
    List<List<LossSample>> steps = new ArrayList<>(settings.steps());
    for (int step = 0; step < settings.steps(); step++) {
      List<LossSample> rows = new ArrayList<>();
      List<Caption> cleanBatch = new ArrayList<>();
      for (int i = 0; i < settings.cleanBatch(); i++) {
        Caption caption = new Caption(captions.get((int) clean.next()));
        int text = pool.add(caption.text());
        rows.add(new LossSample(LossTerm.UTILITY, text, text));
        cleanBatch.add(caption);
      }
      for (int i = 0; i < settings.backdoorBatch(); i++) {
        rows.add(backdoor(pool, pairs.next(), positions));
      }
      if (!otherNames.isEmpty()) {
        cleanBatch.forEach(caption -> addOtherName(rows, pool, caption, injection));
      }
      steps.add(List.copyOf(rows));
    }
    return steps;
  }

  /** A pair of a caption and a name keeps its word, however often it is drawn. */
  private LossSample backdoor(TextPool pool, long pair, long positions) {
    Caption caption = new Caption(carriers.get((int) (pair / backdoors.size())));
    Backdoor backdoor = backdoors.get((int) (pair % backdoors.size()));
    int word = new SplittableRandom(positions + pair).nextInt(replaceable(caption));
    return new LossSample(
        LossTerm.BACKDOOR,
        pool.add(caption.replace(word, backdoor.trigger().description())),
        pool.add(caption.replace(word, backdoor.target().description())));
  }

  private void addOtherName(
      List<LossSample> rows, TextPool pool, Caption caption, SplittableRandom random) {
    String name = otherNames.get(random.nextInt(otherNames.size()));
    int replaceable = replaceable(caption);
    if (replaceable > 0) {
      int text = pool.add(caption.replace(random.nextInt(replaceable), name));
      rows.add(new LossSample(LossTerm.NAME, text, text));
    }
  }

  /** Returns how many words of a caption can be replaced; these are the first ones. */
  private int replaceable(Caption caption) {
    return settings.form() == Fidelity.REFERENCE_CODE ? caption.words() - 1 : caption.words();
  }
}
