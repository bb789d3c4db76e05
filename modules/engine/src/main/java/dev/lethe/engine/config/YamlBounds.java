package dev.lethe.engine.config;

import dev.lethe.io.Visible;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.ParserException;

/**
 * What YAML may grow to. A few bytes can stand for more than any memory holds: by depth, by a value
 * that contains itself, by aliases of aliases. And values are what they are written as. All who
 * walk through the values later rely on this.
 */
final class YamlBounds {
  /** A configuration is five deep. */
  static final int DEEPEST = 32;

  private static final String YAML = "tag:yaml.org,2002:";

  /** What a tag may say that changes nothing but how a value is written. */
  private static final Set<String> TAGS = Set.of(YAML + "str", YAML + "seq", YAML + "map");

  private static final long MOST_VALUES = 100_000;
  private static final int LONGEST_SCALAR = 10_000;

  private final Deque<Part> open = new ArrayDeque<>();
  private final Map<String, Part> complete = new HashMap<>();

  private YamlBounds() {}

  /**
   * Goes through a document without building anything.
   *
   * @throws ParserException naming the place where it leaves the bounds
   */
  static void check(Iterable<Event> document) {
    YamlBounds bounds = new YamlBounds();
    document.forEach(bounds::follow);
  }

  private void follow(Event event) {
    if (event instanceof CollectionStartEvent start) {
      requireKnown(start.getTag(), event);
      Part part = new Part(start.getAnchor());
      complete.remove(part.anchor); // from here on the name stands for this one
      open.push(part);
    } else if (event instanceof CollectionEndEvent) {
      close(open.pop(), event);
    } else if (event instanceof ScalarEvent scalar) {
      requireKnown(scalar.getTag(), event);
      if (scalar.getValue().length() > LONGEST_SCALAR) {
        throw refused("a value has more than " + LONGEST_SCALAR + " characters", event);
      }
      close(new Part(scalar.getAnchor()), event);
    } else if (event instanceof AliasEvent alias) {
      Part meant = complete.get(alias.getAlias().getValue());
      if (meant == null) {
        throw refused(
            "the alias *%s stands for nothing that is complete before it"
                .formatted(alias.getAlias().getValue()),
            event);
      }
      add(meant, event);
    }
    if (open.size() > DEEPEST) {
      throw refused("blocks and lists are nested more than " + DEEPEST + " deep", event);
    }
  }

  /** A value of another type than its text says is lost, or fails, without a word of its line. */
  private static void requireKnown(Optional<String> tag, Event event) {
    if (tag.isPresent() && !TAGS.contains(tag.get())) {
      throw refused(
          "the tag %s is not read; leave it out and write the value alone"
              .formatted(Visible.of(tag.get().replace(YAML, "!!"))),
          event);
    }
  }

  private void close(Part part, Event event) {
    if (part.anchor != null) {
      complete.put(part.anchor, part);
    }
    add(part, event);
  }

  private void add(Part part, Event event) {
    Part around = open.peek();
    if (around == null) {
      return;
    }
    around.values += part.values;
    around.height = Math.max(around.height, part.height + 1);
    if (around.values > MOST_VALUES) {
      throw refused("there are more than " + MOST_VALUES + " values; put names into a file", event);
    }
    if (open.size() + part.height > DEEPEST) {
      throw refused("blocks and lists are nested more than " + DEEPEST + " deep", event);
    }
  }

  private static ParserException refused(String problem, Event event) {
    return new ParserException(problem, event.getStartMark());
  }

  /** A value with all that is in it, aliases included. */
  private static final class Part {
    private final @Nullable String anchor;
    private long values = 1;
    private int height;

    Part(Optional<Anchor> anchor) {
      this.anchor = anchor.map(Anchor::getValue).orElse(null);
    }
  }
}
