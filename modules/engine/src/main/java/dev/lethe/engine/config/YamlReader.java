package dev.lethe.engine.config;

import dev.lethe.api.UsageException;
import dev.lethe.engine.ConfigSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.constructor.StandardConstructor;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads YAML into plain JDK values. */
final class YamlReader {
  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setSchema(new WrittenSchema())
          .setUseMarks(true)
          .setBufferSize(1 << 16) // with a small one, a long line takes quadratic time
          .build();

  private final String name;

  /**
   * Creates a reader.
   *
   * @param name what messages call the text
   */
  YamlReader(String name) {
    this.name = name;
  }

  /** Returns the root of a document; empty if there is nothing in it. */
  Optional<Node> compose(String yaml) {
    if (yaml.length() > ConfigSource.LARGEST) {
      throw new UsageException(
          "%s: there are more than %d characters".formatted(name, ConfigSource.LARGEST));
    }
    try {
      YamlBounds.check(() -> parser(yaml));
      return new Composer(SETTINGS, parser(yaml)).getSingleNode();
    } catch (YamlEngineException e) {
      throw malformed(e);
    }
  }

  /** Returns the value of a node. */
  @Nullable Object construct(Node node) {
    try {
      return new StandardConstructor(SETTINGS).constructSingleDocument(Optional.of(node));
    } catch (YamlEngineException e) {
      throw malformed(e);
    }
  }

  /**
   * Returns the value of a text on a command line: in brackets, braces or quotes it is YAML, else
   * one scalar, in which {@code #} and {@code :} mean nothing.
   */
  @Nullable Object value(String text) {
    if (!text.isEmpty() && "[{\"'".indexOf(text.charAt(0)) >= 0) {
      return compose(text).map(this::construct).orElse(null);
    }
    var tag = SETTINGS.getSchema().getScalarResolver().resolve(text, true);
    return construct(new ScalarNode(tag, text, ScalarStyle.PLAIN));
  }

  private static Parser parser(String yaml) {
    return new ParserImpl(SETTINGS, new StreamReader(SETTINGS, yaml));
  }

  private UsageException malformed(YamlEngineException e) {
    if (e instanceof MarkedYamlEngineException marked) {
      int line = marked.getProblemMark().map(Mark::getLine).orElse(0) + 1;
      return new UsageException(name + ":" + line + ": " + problem(marked), e);
    }
    if (e instanceof YamlVersionException) {
      return new UsageException(
          name + ": its first line asks for another version of YAML than 1.2; remove it", e);
    }
    return new UsageException(
        name + ": " + String.valueOf(e.getMessage()).lines().findFirst().orElse("not YAML"), e);
  }

  /** Some problems are the second half of a sentence that begins with what was done. */
  private static String problem(MarkedYamlEngineException e) {
    String problem = e.getProblem();
    return problem.startsWith("but ") && e.getContext() != null
        ? e.getContext() + ", " + problem
        : problem;
  }
}
