package dev.lethe.demo;

import dev.lethe.engine.ConfigSource;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The seed of an experiment that is about to be planned. World and model follow from it too, so
 * that one number decides the whole demo. A seed that is no number is for the plan to refuse.
 */
final class ConfiguredSeed {
  private static final Pattern IN_FILE =
      Pattern.compile("(?m)^seed\\s*:\\s*(-?\\d{1,18})\\s*(#.*)?$");
  private static final Pattern OVERRIDE = Pattern.compile("seed\\s*=\\s*(-?\\d{1,18})\\s*");

  private ConfiguredSeed() {}

  static long of(ConfigSource config, List<String> overrides) {
    Matcher inFile = IN_FILE.matcher(config.yaml());
    long seed = inFile.find() ? Long.parseLong(inFile.group(1)) : 0;
    for (String override : overrides) {
      Matcher given = OVERRIDE.matcher(override);
      seed = given.matches() ? Long.parseLong(given.group(1)) : seed;
    }
    return seed;
  }
}
