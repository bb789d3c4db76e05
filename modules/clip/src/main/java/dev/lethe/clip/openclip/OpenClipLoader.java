package dev.lethe.clip.openclip;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.model.ModelProvenance;
import dev.lethe.api.model.TextArchitecture;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.Summary;
import dev.lethe.clip.model.Blueprint;
import dev.lethe.clip.model.ClipModel;
import dev.lethe.clip.text.FastTokenizer;
import dev.lethe.clip.text.TokenizerFile;
import dev.lethe.clip.text.TokenizerKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads OpenCLIP folders. */
@Summary("Reads a folder as OpenCLIP writes it: configuration, weights, tokenizer.")
public final class OpenClipLoader implements ModelLoader {
  /** The name of this format. */
  public static final String NAME = "open-clip";

  @Override
  public boolean recognises(Path path) {
    return Files.isRegularFile(path.resolve(OpenClipFolder.CONFIG));
  }

  @Override
  public VisionLanguageModel load(NDManager manager, Path path, LoadOptions options) {
    if (!Files.isDirectory(path)) {
      throw new NotFoundException("there is no folder %s".formatted(path));
    }
    Path configFile = existing(path, OpenClipFolder.CONFIG);
    Path weights = weights(path);
    JsonNode root = json(configFile);
    OpenClipConfig config = OpenClipConfig.of(configFile, root, options.activation());
    TextArchitecture text = config.text();
    TokenizerFile tokenizer =
        TokenizerFiles.find(
            path, config.huggingFace() ? TokenizerKind.HUGGING_FACE : TokenizerKind.OPEN_CLIP);
    if (tokenizer.size() > text.vocabularySize()) {
      throw new LetheException(
          "%s has ids up to %d, but the model embeds only %d tokens (text_cfg.vocab_size)"
              .formatted(tokenizer.path(), tokenizer.size() - 1, text.vocabularySize()));
    }
    TokenizerFiles files = TokenizerFiles.read(path, tokenizer);
    ObjectNode kept = ((ObjectNode) root).deepCopy();
    OpenClipConfig.setActivation(kept, config.architecture().activation());
    try (StoredWeights stored = StoredWeights.open(weights)) {
      Blueprint blueprint =
          new Blueprint(
              config.architecture(),
              config.preprocessing(),
              () -> FastTokenizer.open(tokenizer, config.cleaning(), text.contextLength()),
              config.end(),
              config.huggingFace() ? files.paddingId() : 0,
              new ModelProvenance(NAME, path.toString(), Sha256.of(weights), List.of()),
              new OpenClipFolder(kept, files.contents()));
      stored.requireExactly(config.architecture());
      return ClipModel.build(manager, blueprint, stored);
    }
  }

  @Override
  public String expects() {
    return "a folder with %s, %s (or %s) and %s"
        .formatted(
            OpenClipFolder.CONFIG,
            OpenClipFolder.WEIGHTS,
            OpenClipFolder.PICKLED_WEIGHTS,
            OpenClipFolder.TOKENIZER);
  }

  /** Where there are both, open_clip too reads the safetensors. */
  private Path weights(Path folder) {
    Path pickled = folder.resolve(OpenClipFolder.PICKLED_WEIGHTS);
    boolean chosen =
        Files.isRegularFile(pickled)
            && !Files.isRegularFile(folder.resolve(OpenClipFolder.WEIGHTS));
    return chosen ? pickled : existing(folder, OpenClipFolder.WEIGHTS);
  }

  private Path existing(Path folder, String name) {
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new NotFoundException(
          "there is no %s in %s; expected %s".formatted(name, folder, expects()));
    }
    return file;
  }

  private static JsonNode json(Path file) {
    JsonMapper mapper =
        JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    try {
      return mapper.readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      String problem = e.getOriginalMessage().lines().findFirst().orElse("");
      throw new LetheException("%s is not valid JSON: %s".formatted(file, problem), e);
    } catch (IOException e) {
      throw LetheException.cannotRead(file, e);
    }
  }
}
