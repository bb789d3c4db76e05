package dev.lethe.defense.image;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lethe.api.LetheException;
import dev.lethe.api.defense.AveragePersonTarget;
import dev.lethe.api.defense.EmbeddingTarget;
import dev.lethe.api.defense.Target;
import dev.lethe.api.defense.TextTarget;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.defense.training.TargetTable;
import dev.lethe.io.RegularFile;
import dev.lethe.io.hash.Fingerprint;
import dev.lethe.io.json.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the faces of each person shall mean, as settings say. */
final class FaceTargets {
  static final String AVERAGE_PERSON = "average-person";
  static final String RANDOM = "random";

  private static final String KEY = "embedding";

  private final String common;
  private final @Nullable EmbeddingTarget embedding;
  private final Map<String, String> own;
  private final long seed;

  /**
   * Reads the files that the settings name.
   *
   * @throws LetheException if one of them is not as it should be
   */
  FaceTargets(ImageBackdoorSettings settings, long seed) {
    common = settings.target();
    embedding = settings.embedding() == null ? null : stored(settings.embedding());
    own = settings.targets() == null ? Map.of() : TargetTable.read(settings.targets());
    this.seed = seed;
  }

  /** Returns a hash of the files, or an empty text. */
  String contentHash() {
    if (own.isEmpty() && embedding == null) {
      return "";
    }
    Fingerprint fingerprint = new Fingerprint().add(TargetTable.contentHash(own));
    return fingerprint.add(embedding == null ? "" : embedding.identity()).hex();
  }

  /** Returns whether the average person may be the target of somebody. */
  boolean averagePerson() {
    return written().contains(AVERAGE_PERSON);
  }

  /** Returns the target of a person's faces. */
  Target of(String person) {
    String written = own.get(person.toLowerCase(Locale.ROOT));
    if (written == null && embedding != null) {
      return embedding;
    }
    String target = written == null ? common : written;
    return switch (target) {
      case AVERAGE_PERSON -> new AveragePersonTarget();
      case RANDOM -> new RandomTarget(seed ^ ((long) person.hashCode() << Integer.SIZE));
      default -> new TextTarget(target);
    };
  }

  /**
   * Makes sure that a model knows what each target is.
   *
   * @throws LetheException if an embedding is of another width, or a text is for a model that reads
   *     none
   */
  void check(VisionLanguageModel model) {
    int dimension = model.image().dimension();
    if (embedding != null && embedding.values().size() != dimension) {
      throw new LetheException(
          "embedding: expected %d numbers, the width of this model, found %d in %s"
              .formatted(dimension, embedding.values().size(), embedding.description()));
    }
    if (model.components().contains(Component.TEXT)) {
      return;
    }
    for (String target : written()) {
      if (!target.equals(AVERAGE_PERSON) && !target.equals(RANDOM)) {
        throw new LetheException(
            "target: the text '%s' means nothing to a model without a text tower; use average-person, random or an embedding"
                .formatted(target));
      }
    }
  }

  /** Returns what may be the target of somebody, where it is not the embedding. */
  private List<String> written() {
    List<String> written = new ArrayList<>(new TreeSet<>(own.values()));
    if (embedding == null) {
      written.add(common);
    }
    return written;
  }

  private static EmbeddingTarget stored(Path file) {
    JsonNode values = Json.read(RegularFile.of(KEY, file).path()).path(KEY);
    List<Float> embedding = new ArrayList<>();
    for (JsonNode value : values) {
      float number = value.isNumber() ? value.floatValue() : Float.NaN;
      if (!Float.isFinite(number)) {
        throw new LetheException(
            "embedding: expected a list of numbers under '%s' in %s, found %s in it"
                .formatted(KEY, file, value.getNodeType()));
      }
      embedding.add(number);
    }
    if (embedding.isEmpty()) {
      throw new LetheException(
          "embedding: expected a list of numbers under '%s' in %s, found none"
              .formatted(KEY, file));
    }
    return new EmbeddingTarget("the embedding of " + file.getFileName(), embedding);
  }
}
