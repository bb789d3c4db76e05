package dev.lethe.fetch.catalogue;

import dev.lethe.api.UsageException;
import dev.lethe.api.settings.SettingsException;
import dev.lethe.api.settings.SettingsType;
import dev.lethe.io.RegularFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads catalogues, which are YAML. */
final class CatalogueReader {
  private static final String SHIPPED = "catalogue.yaml";

  /** Room for ten thousand entries. */
  private static final int LARGEST = 3 << 20;

  /** A catalogue is five deep: its entries are a list of blocks with a list of blocks. */
  private static final int DEEPEST = 16;

  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setSchema(new WrittenText())
          .setMaxAliasesForCollections(0) // a block could contain itself
          .setBufferSize(1 << 16) // with a small one, a long line takes quadratic time
          .build();

  private CatalogueReader() {}

  static Catalogue shipped() {
    try (InputStream stream = CatalogueReader.class.getResourceAsStream(SHIPPED)) {
      if (stream == null) {
        throw new IllegalStateException("the bundle has lost its " + SHIPPED);
      }
      return parse(SHIPPED, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Catalogue read(Path file) {
    return parse(file.toString(), RegularFile.of("catalogue", file).text(LARGEST));
  }

  private static Catalogue parse(String name, String text) {
    if (!(load(name, text) instanceof Map<?, ?> map)) {
      throw new UsageException(name + " must have a list of entries: 'entries: [...]'");
    }
    Map<String, Object> block = new LinkedHashMap<>();
    map.forEach((key, value) -> block.put(String.valueOf(key), value));
    try {
      return new Catalogue(new SettingsType<>(CatalogueContent.class).read(block, "").entries());
    } catch (SettingsException e) {
      throw new UsageException(name + ": " + e.getMessage(), e);
    }
  }

  private static @Nullable Object load(String name, String text) {
    try {
      requireShallow(() -> new ParserImpl(SETTINGS, new StreamReader(SETTINGS, text)));
      return new Load(SETTINGS).loadFromString(text);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
      throw new UsageException(name + ":" + line + ": " + e.getProblem(), e);
    } catch (YamlEngineException e) {
      throw new UsageException(name + ": " + e.getMessage(), e);
    }
  }

  private static void requireShallow(Iterable<Event> document) {
    int depth = 0;
    for (Event event : document) {
      if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
        throw new ParserException(
            "blocks and lists are nested more than " + DEEPEST + " deep", event.getStartMark());
      } else if (event instanceof CollectionEndEvent) {
        depth--;
      }
    }
  }
}
