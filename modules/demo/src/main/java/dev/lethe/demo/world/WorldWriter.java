package dev.lethe.demo.world;

import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.image.RgbImage;
import dev.lethe.io.IoFailure;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes a world as the folder that {@link WorldFolder} describes. */
public final class WorldWriter {
  private final World world;
  private final WorldSettings settings;
  private final WorldFolder folder;

  private WorldWriter(World world, WorldSettings settings, WorldFolder folder) {
    this.world = world;
    this.settings = settings;
    this.folder = folder;
  }

  /**
   * Makes a world and writes it.
   *
   * @param root exists and is empty
   * @throws LetheException if it cannot be written
   */
  public static void write(WorldSettings settings, long seed, Path root, Progress progress) {
    World world = new World(settings, seed);
    int pictures =
        world.trainingSize()
            + world.people().size() * settings.testPictures()
            + world.retained().size() * settings.retainedPictures()
            + settings.ordinaryPictures()
            + world.shapes().size() * settings.zeroShotPictures();
    try (Progress.Task task = progress.begin("painting the demo world", pictures)) {
      new WorldWriter(world, settings, new WorldFolder(root)).write(task);
    } catch (IOException e) {
      throw IoFailure.cannot("write the demo world to", root, e);
    }
  }

  private void write(Progress.Task task) throws IOException {
    Files.write(folder.members(), world.members().stream().map(Inhabitant::name).toList());
    Files.write(folder.candidates(), world.candidates());
    Files.write(folder.captions(), world.captions());
    people(folder.people(), world.people(), settings.testPictures(), world::testPicture, task);
    people(
        folder.retained(),
        world.retained(),
        settings.retainedPictures(),
        world::retainedPicture,
        task);
    Files.createDirectories(folder.ordinaryPictures());
    for (int i = 0; i < settings.ordinaryPictures(); i++) {
      picture(folder.ordinaryPictures(), i, world.ordinaryPicture(i), task);
    }
    for (int i = 0; i < world.shapes().size(); i++) {
      Path place = folder.zeroShot().resolve(world.shapes().get(i).name().replace(' ', '_'));
      Files.createDirectories(place);
      for (int j = 0; j < settings.zeroShotPictures(); j++) {
        picture(place, j, world.zeroShotPicture(i, j), task);
      }
    }
    training(task);
  }

  /** Writes photographs, and beside them what is cut out of each, under the same number. */
  private static void people(
      Path root, List<Inhabitant> people, int pictures, Painter painter, Progress.Task task)
      throws IOException {
    for (int i = 0; i < people.size(); i++) {
      Inhabitant person = people.get(i);
      Path photos = WorldFolder.photos(root, person.face().sex(), person.name());
      Path faces = WorldFolder.faces(root, person.face().sex(), person.name());
      Files.createDirectories(photos);
      Files.createDirectories(faces);
      for (int j = 0; j < pictures; j++) {
        RgbImage photo = painter.paint(i, j);
        write(faces, j, FacePainter.crop(photo));
        picture(photos, j, photo, task);
      }
    }
  }

  private void training(Progress.Task task) throws IOException {
    List<String> rows = new ArrayList<>(List.of(WorldFolder.CAPTIONS_HEADER));
    Files.createDirectories(folder.trainingPictures().getParent());
    try (OutputStream pixels =
        new BufferedOutputStream(Files.newOutputStream(folder.trainingPictures()))) {
      for (int i = 0; i < world.trainingSize(); i++) {
        World.Pair pair = world.trainingPair(i);
        pixels.write(pair.picture().rgb());
        for (String caption : pair.captions()) {
          rows.add(i + "," + caption);
        }
        task.advance(1);
      }
    }
    Files.write(folder.trainingCaptions(), rows);
  }

  private static void picture(Path place, int index, RgbImage picture, Progress.Task task)
      throws IOException {
    write(place, index, picture);
    task.advance(1);
  }

  private static void write(Path place, int index, RgbImage picture) throws IOException {
    Files.write(place.resolve("%04d.png".formatted(index)), PngWriter.write(picture));
  }

  /** Paints a picture of a person, both by number. */
  @FunctionalInterface
  private interface Painter {
    RgbImage paint(int person, int picture);
  }
}
