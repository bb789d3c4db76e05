package dev.lethe.api.data;

import java.util.List;

/**
 * Captions of pictures.
 *
 * @param lines not blank, stripped, in the order of the source
 * @param contentHash SHA-256 of the source, in hexadecimal
 */
public record Captions(List<String> lines, String contentHash) {

  /** Copies the list. */
  public Captions {
    lines = List.copyOf(lines);
  }
}
