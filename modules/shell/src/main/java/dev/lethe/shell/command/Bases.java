package dev.lethe.shell.command;

import dev.lethe.api.NotFoundException;
import dev.lethe.demo.Demo;
import dev.lethe.demo.DemoRequest;
import dev.lethe.demo.Towers;
import dev.lethe.engine.ConfigSource;
import dev.lethe.engine.RunRequest;
import dev.lethe.suite.SuiteBase;
import dev.lethe.suite.SuiteBases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What suites name: a configuration, or a demo, called as its file without its ending. */
final class Bases implements SuiteBases {
  private static final String ENDING = ".yaml";

  private final Path home;

  Bases(Path home) {
    this.home = home;
  }

  @Override
  public SuiteBase find(String name, ConfigSource suite) {
    for (Towers towers : Towers.values()) {
      if (towers.config().equals(name + ENDING)) {
        return demo(towers);
      }
    }
    List<Path> places = places(name, suite);
    Path file =
        places.stream()
            .filter(Files::exists)
            .findFirst()
            .orElseThrow(
                () ->
                    new NotFoundException(
                        "%s: the base '%s' is neither a demo nor a configuration: there is none in %s"
                            .formatted(suite.name(), name, places.get(0))));
    ConfigSource config = ConfigSource.file(file);
    return new SuiteBase(
        config,
        List.of("run", file.toString()),
        null,
        (overrides, out, installed) -> Optional.of(new RunRequest(config, overrides, out, false)));
  }

  /** A path begins where the suite is, or where Lethe was started, or where its own files are. */
  private List<Path> places(String name, ConfigSource suite) {
    List<Path> places = new ArrayList<>();
    places.add(suite.resolve(name));
    places.add(Path.of(name));
    places.add(home.resolve(name));
    return places;
  }

  private SuiteBase demo(Towers towers) {
    ConfigSource config = ConfigSource.file(home.resolve("configs").resolve(towers.config()));
    return new SuiteBase(
        config,
        List.of("demo", "--towers", towers.name().toLowerCase(Locale.ROOT)),
        "demo.",
        (overrides, out, installed) ->
            new Demo(installed).find(new DemoRequest(config, overrides, out, false, towers)));
  }
}
