package dev.lethe.shell.command;

import dev.lethe.demo.Towers;
import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads which towers are meant, in lower case. */
final class TowersName implements ITypeConverter<Towers> {

  @Override
  public Towers convert(String given) {
    return Arrays.stream(Towers.values())
        .filter(towers -> towers.name().toLowerCase(Locale.ROOT).equals(given))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "expected text, image or both, found '%s'".formatted(given)));
  }
}
