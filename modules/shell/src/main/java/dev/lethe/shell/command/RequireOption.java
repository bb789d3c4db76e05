package dev.lethe.shell.command;

import dev.lethe.report.requirement.Requirement;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What a user requires of the metrics. */
final class RequireOption {
  @Option(
      names = "--require",
      paramLabel = "METRIC<=NUMBER",
      converter = Reader.class,
      description =
          "What a metric of the report must be (<=, <, >=, >, ==); may be given several times."
              + " Where one does not hold, the exit code is 4.")
  private List<Requirement> requirements = List.of();

  /** Returns them as a configuration has them. */
  List<String> requirements() {
    return requirements.stream().map(Requirement::toString).toList();
  }

  /** Reads one. */
  static final class Reader implements ITypeConverter<Requirement> {
    @Override
    public Requirement convert(String text) {
      try {
        return Requirement.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    }
  }
}
