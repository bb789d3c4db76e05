package dev.lethe.engine.config;

import java.util.Map;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import org.snakeyaml.engine.v2.schema.Schema;

/**
 * YAML's core schema without its loss: a scalar is a number, a truth value or nothing only if that
 * value is written in no other way. {@code 007}, {@code 1e3}, {@code True} and {@code null} stay
 * the texts they are, so that somebody of that name keeps it; a setting that wants a number reads
 * it from the text.
 */
final class WrittenSchema implements Schema {
  private final CoreSchema core = new CoreSchema();

  @Override
  public ScalarResolver getScalarResolver() {
    return (text, implicit) -> {
      Tag tag = core.getScalarResolver().resolve(text, implicit);
      return isWrittenAs(tag, text) ? tag : Tag.STR;
    };
  }

  @Override
  public Map<Tag, ConstructNode> getSchemaTagConstructors() {
    return core.getSchemaTagConstructors();
  }

  private static boolean isWrittenAs(Tag tag, String text) {
    if (tag.equals(Tag.NULL)) {
      return text.isEmpty();
    } else if (tag.equals(Tag.BOOL)) {
      return text.equals("true") || text.equals("false");
    } else if (tag.equals(Tag.INT)) {
      return text.matches("0|-?[1-9][0-9]*");
    } else if (tag.equals(Tag.FLOAT)) {
      return Character.isDigit(text.charAt(text.length() - 1))
          && Double.toString(Double.parseDouble(text)).equals(text);
    }
    return true;
  }
}
