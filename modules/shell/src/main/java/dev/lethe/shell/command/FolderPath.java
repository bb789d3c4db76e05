package dev.lethe.shell.command;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the path of a folder, which may not be there yet but is no file. */
final class FolderPath implements ITypeConverter<Path> {

  @Override
  public Path convert(String given) {
    Path folder = Commands.path(given);
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new TypeConversionException(
          "%s is a file; expected a folder, or a name that is free for one".formatted(given));
    }
    return folder;
  }
}
