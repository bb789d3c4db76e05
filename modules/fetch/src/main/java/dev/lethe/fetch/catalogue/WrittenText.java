package dev.lethe.fetch.catalogue;

import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Takes every value for the text that is written, or for nothing: a hash may be of digits alone,
 * and as a number it would lose its first zeros.
 */
final class WrittenText extends CoreSchema {
  private static final Pattern NOTHING = Pattern.compile("|~|null|Null|NULL");

  @Override
  public ScalarResolver getScalarResolver() {
    return (value, plain) -> plain && NOTHING.matcher(value).matches() ? Tag.NULL : Tag.STR;
  }
}
