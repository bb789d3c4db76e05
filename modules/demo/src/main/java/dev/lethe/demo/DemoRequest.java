package dev.lethe.demo;

import dev.lethe.engine.ConfigSource;
import java.nio.file.Path;
import java.util.List;

/**
 * What a user asks the demo for.
 *
 * @param config the experiment without its paths, such as {@code configs/demo.yaml}
 * @param overrides {@code key=value}; those that begin with {@code demo.} are settings of world,
 *     model and training, the others of the experiment
 * @param out the folder of all runs; it need not exist
 * @param redact whether names are replaced in what the experiment writes
 * @param towers which of them the experiment is about
 */
public record DemoRequest(
    ConfigSource config, List<String> overrides, Path out, boolean redact, Towers towers) {

  /** Copies the list. */
  public DemoRequest {
    overrides = List.copyOf(overrides);
  }
}
