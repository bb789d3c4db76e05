package dev.lethe.clip.openclip;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.UsageException;
import dev.lethe.api.model.Activation;
import dev.lethe.api.model.Architecture;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.ComputeOptions;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.ModelInfo;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.model.Tokenizer;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.Summary;
import dev.lethe.clip.architecture.DerivedArchitecture;
import dev.lethe.clip.architecture.NamedArchitectures;
import dev.lethe.clip.checkpoint.PlainNames;
import dev.lethe.clip.text.TextInput;
import dev.lethe.clip.text.TokenizerFiles;
import dev.lethe.tensor.checkpoint.TensorFiles;
import dev.lethe.tensor.pickle.StateDictFile;
import dev.lethe.tensor.stored.StoredTensor;
import dev.lethe.tensor.stored.TensorFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads files that hold a CLIP's weights and nothing else, and OpenAI's archives. */
@Summary("Reads a file of OpenCLIP's or OpenAI's weights alone; it is saved as an OpenCLIP folder.")
public final class StateDictLoader implements ModelLoader {
  /** The name of this format. */
  public static final String NAME = "state-dict";

  /** A buffer that OpenAI's models have and OpenCLIP's have not. */
  private static final String OPENAI_MARK = "input_resolution";

  private static final int HEADER_LENGTH = 8;

  @Override
  public Optional<ModelInfo> inspect(Path path, LoadOptions options) {
    if (!isOne(path)) {
      return Optional.empty();
    }
    List<Path> tokenizer = TokenizerFiles.at(tokenizerPath(path, options));
    return Optional.of(
        new ModelInfo(
            VisionLanguageModel.class,
            Set.of(Component.TEXT, Component.IMAGE),
            Stream.concat(Stream.of(path), tokenizer.stream()).toList(),
            List.of()));
  }

  private static boolean isOne(Path path) {
    if (!Files.isRegularFile(path)) {
      return false;
    }
    try (InputStream file = Files.newInputStream(path)) {
      byte[] start = file.readNBytes(HEADER_LENGTH + 1);
      boolean archive = start.length > 1 && start[0] == 'P' && start[1] == 'K';
      boolean pickle = start.length > 0 && start[0] == (byte) 0x80;
      return archive || pickle || (start.length > HEADER_LENGTH && start[HEADER_LENGTH] == '{');
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public Optional<Tokenizer> tokenizer(Path path, LoadOptions options) {
    try (TensorFile file = TensorFiles.open(path)) {
      return Optional.of(config(file, options).text().open(tokenizerPath(path, options)));
    }
  }

  @Override
  public VisionLanguageModel load(
      NDManager manager, Path path, LoadOptions options, ComputeOptions compute) {
    options.requireNoTextEncoder(path);
    if (!Files.isRegularFile(path)) {
      throw new NotFoundException("there is no file %s".formatted(path));
    }
    try (TensorFile stored = TensorFiles.open(path)) {
      TensorFile file = PlainNames.of(stored);
      OpenClipConfig config = config(stored, options);
      TextInput texts = config.text().input(tokenizerPath(path, options));
      return new OpenClipCheckpoint(NAME, path, config, texts, config.written(texts))
          .read(manager, file, compute);
    }
  }

  @Override
  public String expects() {
    return "a file of weights (torch.save, OpenAI's archives, safetensors), with"
        + " model.architecture=ViT-B-32 or another unless it is OpenAI's, and a tokenizer beside it"
        + " (%s)".formatted(TokenizerFiles.ACCEPTED);
  }

  private static Path tokenizerPath(Path path, LoadOptions options) {
    return options.tokenizerOr(path.toAbsolutePath().getParent());
  }

  private static OpenClipConfig config(TensorFile stored, LoadOptions options) {
    boolean program = stored instanceof StateDictFile archive && archive.isProgram();
    return config(PlainNames.of(stored), program, options);
  }

  private static OpenClipConfig config(TensorFile file, boolean program, LoadOptions options) {
    String name = options.architecture();
    if (name != null) {
      ObjectNode root = JsonNodeFactory.instance.objectNode();
      root.set("model_cfg", NamedArchitectures.config(name));
      return OpenClipConfig.of(file.path(), root, options.activation());
    }
    Map<String, Shape> shapes = new HashMap<>();
    for (StoredTensor tensor : file.entries()) {
      shapes.put(tensor.name(), tensor.shape());
    }
    if (!program && !shapes.containsKey(OPENAI_MARK)) {
      throw new UsageException(
          ("%s holds weights alone: say what architecture they have, model.architecture=ViT-B-32"
                  + " or another of %s")
              .formatted(file.path(), String.join(", ", NamedArchitectures.names())));
    }
    try {
      return OpenClipConfig.usual(
          overridden(DerivedArchitecture.ofOpenAi(shapes), options.activation()));
    } catch (IllegalArgumentException e) {
      throw new LetheException("%s: %s".formatted(file.path(), e.getMessage()), e);
    }
  }

  private static Architecture overridden(Architecture derived, @Nullable Activation activation) {
    return activation == null
        ? derived
        : new Architecture(derived.dimension(), activation, derived.vision(), derived.text());
  }
}
