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
    for (int i = 0; i < world.people().size(); i++) {
      Inhabitant person = world.people().get(i);
      Path place = folder.photos(person.face().sex(), person.name());
      Files.createDirectories(place);
      for (int j = 0; j < settings.testPictures(); j++) {
        picture(place, j, world.testPicture(i, j), task);
      }
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
    Files.write(place.resolve("%04d.png".formatted(index)), PngWriter.write(picture));
    task.advance(1);
  }
}
