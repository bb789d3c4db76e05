package dev.lethe.data.folder;

import dev.lethe.io.Visible;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Something in a folder that is not used.
 *
 * @param path where it lies
 * @param reason what it is: {@code an AVIF}, {@code hidden}
 */
public record Omission(Path path, String reason) {
  private static final int MOST_NAMED = 5;

  /**
   * Names the first few, as {@code Ann_Lee/1.avif (an AVIF), notes.txt (no picture) and 3 more}.
   */
  public static String list(List<Omission> omissions, Path root) {
    String named =
        omissions.stream()
            .limit(MOST_NAMED)
            .map(each -> "%s (%s)".formatted(relative(root, each.path()), each.reason()))
            .collect(Collectors.joining(", "));
    int more = omissions.size() - MOST_NAMED;
    return more > 0 ? "%s and %d more".formatted(named, more) : named;
  }

  private static String relative(Path root, Path path) {
    return Visible.of((path.startsWith(root) ? root.relativize(path) : path).toString());
  }
}
