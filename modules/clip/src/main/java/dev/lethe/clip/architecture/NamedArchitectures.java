package dev.lethe.clip.architecture;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lethe.api.UsageException;
import dev.lethe.api.settings.Keys;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The architectures that OpenCLIP knows by a name, in its own words. */
public final class NamedArchitectures {
  private static final String INDEX = "index.txt";

  private NamedArchitectures() {}

  /** Returns the names in alphabetical order. */
  public static List<String> names() {
    return new String(read(INDEX), StandardCharsets.UTF_8).lines().toList();
  }

  /**
   * Returns what OpenCLIP calls {@code model_cfg}.
   *
   * @param name as OpenCLIP writes it, or with a slash as OpenAI does: {@code ViT-B-32} or {@code
   *     ViT-B/32}
   * @return a new object
   * @throws UsageException if there is none of that name
   */
  public static ObjectNode config(String name) {
    String known = name.replace('/', '-');
    List<String> names = names();
    if (!names.contains(known)) {
      throw new UsageException(
          "there is no architecture named '%s': %s"
              .formatted(
                  name,
                  Keys.nearest(known, names)
                      .map(near -> "did you mean '" + near + "'?")
                      .orElse("choose one of " + String.join(", ", names))));
    }
    try {
      return (ObjectNode) new JsonMapper().readTree(read(known + ".json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(String file) {
    try (InputStream stream = NamedArchitectures.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("this bundle lacks " + file);
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
