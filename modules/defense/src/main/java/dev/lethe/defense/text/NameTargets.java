package dev.lethe.defense.text;

import dev.lethe.api.LetheException;
import dev.lethe.api.defense.ForgetRequest;
import dev.lethe.defense.training.TargetTable;
import java.util.Locale;
import java.util.Map;

/**
 * What the names of each person shall mean, as settings and requests say.
 *
 * @param common what those mean of whom nothing else is said
 * @param own of single people, by the name in lower case
 */
record NameTargets(String common, Map<String, String> own) {
  /** Stands for another made-up name for everybody. */
  static final String RANDOM = "random";

  /**
   * Reads the file that the settings name, if there is one.
   *
   * @throws LetheException if it is not as it should be
   */
  static NameTargets of(TextBackdoorSettings settings) {
    return new NameTargets(
        settings.target(),
        settings.targets() == null ? Map.of() : TargetTable.read(settings.targets()));
  }

  /**
   * Returns what a person's names shall mean.
   *
   * @throws LetheException if that is a made-up name, and the request has none
   */
  String of(ForgetRequest request) {
    if (request.target() != null) {
      return request.target();
    }
    String target = own.getOrDefault(request.name().toLowerCase(Locale.ROOT), common);
    if (!target.equals(RANDOM)) {
      return target;
    }
    if (request.standIn() == null) {
      throw new LetheException(
          "the target of '%s' is a made-up name, but its request has none: give it a stand-in"
              .formatted(request.name()));
    }
    return request.standIn();
  }

  /** Returns whether some of them are made-up names. */
  boolean areRandom() {
    return common.equals(RANDOM) || own.containsValue(RANDOM);
  }

  /** Returns a hash of the file's content, or an empty text. */
  String contentHash() {
    return TargetTable.contentHash(own);
  }
}
