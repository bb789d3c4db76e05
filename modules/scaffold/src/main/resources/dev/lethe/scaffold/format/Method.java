package @package@;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
import dev.lethe.api.model.ComputeOptions;
import dev.lethe.api.model.ForwardingModel;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.Model;
import dev.lethe.api.model.ModelFormats;
import dev.lethe.api.model.ModelInfo;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.model.ModelProvenance;
import dev.lethe.api.model.RecognizedModel;
import dev.lethe.api.model.Tokenizer;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.Summary;
import dev.lethe.io.RegularFile;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder that stands for a checkpoint elsewhere: a text file in it holds the path. */
@Summary("Reads a checkpoint that lies elsewhere, at the path that @name@.txt holds.")
final class @Class@ implements ModelLoader {
  static final String FILE = "@name@.txt";

  private final @Class@Settings settings;
  private final ModelFormats others;

  @Inject
  @Class@(@Class@Settings settings, ModelFormats formats) {
    this.settings = settings;
    others = formats.without("@name@");
  }

  @Override
  public Optional<ModelInfo> inspect(Path path, LoadOptions options) {
    if (!Files.isRegularFile(path.resolve(FILE))) {
      return Optional.empty();
    }
    ModelInfo there = elsewhere(path, options).info();
    List<Path> files = Stream.concat(Stream.of(path.resolve(FILE)), there.files().stream()).toList();
    return Optional.of(new ModelInfo(there.kind(), there.components(), files, there.leftOut()));
  }

  @Override
  public Optional<Tokenizer> tokenizer(Path path, LoadOptions options) {
    return elsewhere(path, options).tokenizer();
  }

  @Override
  public Model load(NDManager manager, Path path, LoadOptions options, ComputeOptions compute) {
    RecognizedModel there = elsewhere(path, options);
    return new Elsewhere(there.load(VisionLanguageModel.class, manager, compute), path);
  }

  @Override
  public String expects() {
    return "a folder with " + FILE;
  }

  private RecognizedModel elsewhere(Path path, LoadOptions options) {
    Path file = path.resolve(FILE);
    String text = RegularFile.of("model", file).text(settings.longest()).strip();
    try {
      return others
          .find(path.resolve(text), options)
          .orElseThrow(() -> new LetheException(file + " names no checkpoint (found '" + text + "')"));
    } catch (InvalidPathException e) {
      throw new LetheException(file + " holds no path: " + e.getReason(), e);
    }
  }

  /** The model itself, which was reached by another path. */
  private static final class Elsewhere extends ForwardingModel {
    private final Path path;

    Elsewhere(VisionLanguageModel model, Path path) {
      super(model);
      this.path = path;
    }

    @Override
    public ModelProvenance provenance() {
      ModelProvenance there = inner().provenance();
      return new ModelProvenance(
          there.format(), path.toString(), there.sha256(), there.floats(), there.warnings());
    }

    @Override
    public VisionLanguageModel copy() {
      return new Elsewhere(inner().copy(), path);
    }

    /** What may have changed is written whole, in the format that it was read in. */
    @Override
    public String save(Path folder) {
      return inner().save(folder);
    }
  }
}
