package dev.lethe.data.english;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Datafaker's English names, in its order. The build takes their file out of its jar; its code is
 * not part of Lethe.
 *
 * @param women first names
 * @param men first names
 * @param last last names
 */
public record EnglishNames(List<String> women, List<String> men, List<String> last) {
  private static final String FILE = "en/name.yml";

  /** Copies the lists. */
  public EnglishNames {
    women = List.copyOf(women);
    men = List.copyOf(men);
    last = List.copyOf(last);
  }

  /** Reads the names. */
  public static EnglishNames read() {
    try (InputStream file = EnglishNames.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException("the bundle has lost its " + FILE);
      }
      Object root = new Load(LoadSettings.builder().build()).loadFromInputStream(file);
      Map<?, ?> names = block(block(block(root, "en"), "faker"), "name");
      return new EnglishNames(
          list(names, "female_first_name"),
          list(names, "male_first_name"),
          list(names, "last_name"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<?, ?> block(Object around, String key) {
    return (Map<?, ?>) ((Map<?, ?>) around).get(key);
  }

  private static List<String> list(Map<?, ?> names, String key) {
    return ((List<?>) names.get(key)).stream().map(String.class::cast).toList();
  }
}
