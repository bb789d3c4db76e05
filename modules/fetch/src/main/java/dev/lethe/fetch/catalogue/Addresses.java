package dev.lethe.fetch.catalogue;

import java.net.URI;
import java.net.URISyntaxException;

/** Addresses as a catalogue writes them. */
final class Addresses {
  private Addresses() {}

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException naming the key, if it is not one of the web
   */
  static URI parse(String key, String address) {
    try {
      URI uri = new URI(address);
      String scheme = String.valueOf(uri.getScheme());
      if ((scheme.equals("https") || scheme.equals("http")) && uri.getHost() != null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(message(key, address), e);
    }
    throw new IllegalArgumentException(message(key, address));
  }

  private static String message(String key, String address) {
    return "%s must be an address that begins with https:// or http:// (got '%s')"
        .formatted(key, address);
  }
}
