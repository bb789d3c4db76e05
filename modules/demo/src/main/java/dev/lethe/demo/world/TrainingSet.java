package dev.lethe.demo.world;

import dev.lethe.api.LetheException;
import dev.lethe.api.image.RgbImage;
import dev.lethe.io.IoFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the demo's model learns from.
 *
 * @param pictureSize pixels a side
 * @param pixels of all pictures: rows of red, green, blue bytes, picture after picture
 * @param captions of each picture, at least one
 */
public record TrainingSet(int pictureSize, byte[] pixels, List<List<String>> captions) {

  /**
   * Reads the training set of a world.
   *
   * @throws LetheException if it cannot be read or is damaged
   */
  public static TrainingSet read(WorldFolder folder, int pictureSize) {
    Path file = folder.trainingCaptions();
    try {
      List<List<String>> captions = new ArrayList<>();
      List<String> rows = Files.readAllLines(file);
      for (String row : rows.subList(1, rows.size())) {
        int comma = row.indexOf(',');
        if (Integer.parseInt(row.substring(0, comma)) == captions.size()) {
          captions.add(new ArrayList<>());
        }
        captions.get(captions.size() - 1).add(row.substring(comma + 1));
      }
      byte[] pixels = Files.readAllBytes(folder.trainingPictures());
      if (pixels.length != (long) captions.size() * pictureSize * pictureSize * 3) {
        throw new LetheException(
            "the demo world in " + folder.root() + " is damaged: delete the folder and try again");
      }
      return new TrainingSet(pictureSize, pixels, captions);
    } catch (IOException e) {
      throw IoFailure.cannot("read the demo world in", folder.root(), e);
    }
  }

  /** Returns a picture by its index. */
  public RgbImage picture(int index) {
    int bytes = pictureSize * pictureSize * 3;
    return new RgbImage(
        pictureSize, pictureSize, Arrays.copyOfRange(pixels, index * bytes, (index + 1) * bytes));
  }

  /** Returns the number of pictures. */
  public int size() {
    return captions.size();
  }
}
