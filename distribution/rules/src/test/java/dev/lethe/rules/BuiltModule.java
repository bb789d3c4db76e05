package dev.lethe.rules;

import com.tngtech.archunit.core.importer.Location;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/**
 * A module of the build.
 *
 * @param folder where its sources are
 * @param output its jar, or the folder of its classes where Maven was told to stop before the jar
 */
public record BuiltModule(Path folder, Path output) {

  /** Returns the name of its folder. */
  public String name() {
    return folder.getFileName().toString();
  }

  /** Returns where ArchUnit finds its classes. */
  Location location() {
    return Files.isDirectory(output)
        ? Location.of(output)
        : Location.of(URI.create("jar:" + output.toUri() + "!/"));
  }

  /** Returns its manifest, if it has one. */
  public Optional<Manifest> manifest() throws IOException {
    Optional<byte[]> bytes = read(JarFile.MANIFEST_NAME);
    return bytes.isEmpty()
        ? Optional.empty()
        : Optional.of(new Manifest(new ByteArrayInputStream(bytes.get())));
  }

  /** Returns its {@code module-info}, if it has one. */
  public Optional<ModuleDescriptor> descriptor() throws IOException {
    Optional<byte[]> bytes = read("module-info.class");
    return bytes.isEmpty()
        ? Optional.empty()
        : Optional.of(ModuleDescriptor.read(new ByteArrayInputStream(bytes.get())));
  }

  private Optional<byte[]> read(String entry) throws IOException {
    if (Files.isDirectory(output)) {
      Path file = output.resolve(entry);
      return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }
    try (JarFile jar = new JarFile(output.toFile())) {
      ZipEntry found = jar.getEntry(entry);
      if (found == null) {
        return Optional.empty();
      }
      try (InputStream in = jar.getInputStream(found)) {
        return Optional.of(in.readAllBytes());
      }
    }
  }
}
