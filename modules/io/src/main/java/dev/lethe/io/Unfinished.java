package dev.lethe.io;

import dev.lethe.api.LetheException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file or folder that is being filled beside its place. It gets there whole, or it is removed
 * with all that is in it.
 */
public final class Unfinished implements AutoCloseable {
  private static final String ENDING = ".part";

  private final Path place;
  private final Path path;

  private Unfinished(Path place, Path path) {
    this.place = place;
    this.path = path;
  }

  /**
   * Begins with nothing; what a killed process left of the same goes first.
   *
   * @param target the place
   * @throws LetheException if what was left cannot be removed
   */
  public static Unfinished of(Path target) {
    Path place = target.toAbsolutePath().normalize();
    Path path = place.resolveSibling("." + place.getFileName() + ENDING);
    Folders.remove(path);
    return new Unfinished(place, path);
  }

  /** Returns the place that something unfinished is for; empty where that is what it is not. */
  public static Optional<Path> placeOf(Path unfinished) {
    String name = String.valueOf(unfinished.getFileName());
    return name.startsWith(".") && name.endsWith(ENDING)
        ? Optional.of(unfinished.resolveSibling(name.substring(1, name.length() - ENDING.length())))
        : Optional.empty();
  }

  /** Returns where to make the file or folder. */
  public Path path() {
    return path;
  }

  /**
   * Gives what is finished its name.
   *
   * @throws IOException if that cannot be, for one because a folder is there already
   */
  public void putInPlace() throws IOException {
    WholeFile.moveIntoPlace(path, place);
  }

  /** Removes what has not got its name. */
  @Override
  public void close() {
    Folders.remove(path);
  }
}
