package dev.lethe.system;

import dev.lethe.api.model.ModelFactory;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.RunExtensions;
import dev.lethe.clip.ClipModule;
import dev.lethe.testkit.InProcessExtensions;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.TinyModels;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * An untrained model, a few pictures and captions, and a configuration that names them.
 *
 * @param folder where they are
 * @param config the configuration, an audit
 */
record TinyExperiment(Path folder, Path config) {
  private static final List<String> PEOPLE = List.of("Ada Lind", "Bo Kern", "Cy Moss");
  private static final int PICTURES = 2;
  private static final int SIZE = 16;

  static TinyExperiment in(Path folder) throws IOException {
    try (TestRunContext context = new TestRunContext(0);
        RunExtensions run = new InProcessExtensions(List.of(ClipModule::new)).open(context);
        VisionLanguageModel model =
            TinyModels.create(
                run.create(ModelFactory.class, "open-clip", Map.of(), "model"),
                context.manager(),
                folder,
                1)) {
      model.save(folder.resolve("model"));
    }
    for (String person : PEOPLE) {
      Path pictures = Files.createDirectories(folder.resolve("people").resolve(person));
      for (int i = 0; i < PICTURES; i++) {
        paint(pictures.resolve(i + ".png"), person.hashCode() + i);
      }
    }
    Files.write(folder.resolve("captions.txt"), List.of("a red ball", "two cats", "a tall tree"));
    Path config = folder.resolve("tiny.yaml");
    Files.writeString(
        config,
        """
        name: tiny
        device: cpu
        model: {path: model}
        people: {source: folders, path: people}
        captions: {source: lines, path: captions.txt}
        candidates: {total: 10}
        """);
    return new TinyExperiment(folder, config);
  }

  private static void paint(Path file, int color) throws IOException {
    BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < SIZE; x++) {
      for (int y = 0; y < SIZE; y++) {
        image.setRGB(x, y, color * (x + 1) + y);
      }
    }
    ImageIO.write(image, "png", file.toFile());
  }
}
