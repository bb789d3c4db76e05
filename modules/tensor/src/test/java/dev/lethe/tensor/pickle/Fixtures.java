package dev.lethe.tensor.pickle;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Files that PyTorch wrote, and files that attack; made by {@code tools/parity/state_dicts.py}. */
final class Fixtures {
  private Fixtures() {}

  static Path file(String name) {
    try {
      return Path.of(Fixtures.class.getResource("expected.json").toURI()).resolveSibling(name);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
