package dev.lethe.engine.config;

import dev.lethe.api.UsageException;
import dev.lethe.engine.ConfigSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads the text of a configuration and remembers on which line each key stands. */
final class ConfigFile {
  private static final int LONGEST_KEY = 100;

  private final ConfigSource source;
  private final Map<String, String> places = new HashMap<>();

  private ConfigFile(ConfigSource source) {
    this.source = source;
  }

  static WrittenConfig read(ConfigSource source) {
    return new ConfigFile(source).tree();
  }

  private WrittenConfig tree() {
    YamlReader reader = new YamlReader(source.name());
    Node root =
        reader
            .compose(source.yaml())
            .orElseThrow(() -> new UsageException(source.name() + ": there is nothing in it"));
    if (!(root instanceof MappingNode)) {
      throw new UsageException(
          place(root) + ": a configuration must be a block of keys, such as 'name: trial'");
    }
    visit(root, "");
    Object values = reader.construct(root);
    return new WrittenConfig(
        Block.map(Objects.requireNonNull(values), ""), new Places(source.name(), places));
  }

  private void visit(Node node, String path) {
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (!(tuple.getKeyNode() instanceof ScalarNode key)
            || key.getValue().length() > LONGEST_KEY) {
          throw new UsageException(place(tuple.getKeyNode()) + ": a key must be a plain word");
        }
        String inner = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
        places.put(inner, place(key));
        visit(tuple.getValueNode(), inner);
      }
    } else if (node instanceof SequenceNode sequence) {
      int i = 0;
      for (Node each : sequence.getValue()) {
        String inner = path + "[" + i++ + "]";
        places.put(inner, place(each));
        visit(each, inner);
      }
    }
  }

  private String place(Node node) {
    return source.name() + ":" + (node.getStartMark().map(Mark::getLine).orElse(0) + 1);
  }
}
