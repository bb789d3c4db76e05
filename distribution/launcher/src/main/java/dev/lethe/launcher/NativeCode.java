package dev.lethe.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Settles from where libraries take native code, before one of them looks: DJL, its tokenizers, JNA
 * and JLine unpack theirs into folders, and load whatever they find there the next time.
 */
final class NativeCode {
  private static final String CACHE = "DJL_CACHE_DIR";
  private static final String ENGINE_CACHE = "ENGINE_CACHE_DIR";
  private static final List<String> ENGINES = List.of("pytorch", "tokenizers");
  private static final String LIBRARY = "PYTORCH_LIBRARY_PATH";
  private static final List<String> UNPACKED = List.of("jna.tmpdir", "jline.tmpdir");

  private final TrustedFiles trusted;
  private final Map<String, String> environment;
  private final Properties properties;

  /**
   * Creates a setup.
   *
   * @param environment of the process
   * @param properties of the virtual machine, which are set
   */
  NativeCode(TrustedFiles trusted, Map<String, String> environment, Properties properties) {
    this.trusted = trusted;
    this.environment = environment;
    this.properties = properties;
  }

  /**
   * Settles the folders for a user whose own is given.
   *
   * @throws IOException if somebody else can write to one of them; the message says what to do
   */
  void settle(Path home) throws IOException {
    properties.setProperty("user.home", home.toString());
    Path unpacked = home.resolve(".lethe/native");
    for (String name : UNPACKED) {
      properties.putIfAbsent(name, unpacked.toString());
      prepare(name, Path.of(properties.getProperty(name)));
    }
    Path cache = given(CACHE).orElse(home.resolve(".djl.ai"));
    properties.setProperty(CACHE, cache.toString());
    checkCache(CACHE, cache);
    Optional<Path> engines = given(ENGINE_CACHE);
    if (engines.isPresent()) {
      checkCache(ENGINE_CACHE, engines.get());
    }
    Optional<Path> library = given(LIBRARY);
    if (library.isPresent()) {
      check(LIBRARY, library.get());
      // The launching script has JNA look here, too.
      check(LIBRARY, library.get().resolve("../../nvidia/cuda_runtime/lib"));
    }
  }

  private void checkCache(String name, Path cache) throws IOException {
    prepare(name, cache);
    for (String engine : ENGINES) {
      check(name, cache.resolve(engine));
    }
  }

  /** DJL prefers the environment, and takes what is empty for not set. */
  private Optional<Path> given(String name) {
    String value = environment.getOrDefault(name, properties.getProperty(name, ""));
    return value.isEmpty() ? Optional.empty() : Optional.of(Path.of(value));
  }

  private void prepare(String name, Path folder) throws IOException {
    try {
      PrivateFolder.createAll(folder);
      trusted.require(folder);
    } catch (IOException e) {
      throw refusal(name, folder, e);
    }
  }

  private void check(String name, Path folder) throws IOException {
    if (Files.exists(folder)) {
      try {
        trusted.requireAll(folder);
      } catch (IOException e) {
        throw refusal(name, folder, e);
      }
    }
  }

  private static IOException refusal(String name, Path folder, IOException reason) {
    return new IOException(
        "native code is not loaded from %s (%s), as %s: remove it, make it yours alone (chown, chmod go-w), or name it in LETHE_TRUSTED_FOLDERS if you trust whoever can write there"
            .formatted(folder, name, StartFailure.reason(reason)),
        reason);
  }
}
