package dev.lethe.clip.openclip;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
import dev.lethe.api.UsageException;
import dev.lethe.api.model.Architecture;
import dev.lethe.api.model.ModelFactory;
import dev.lethe.api.model.ModelProvenance;
import dev.lethe.api.model.Preprocessing;
import dev.lethe.api.model.TextArchitecture;
import dev.lethe.api.model.VisionArchitecture;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.Summary;
import dev.lethe.clip.model.Blueprint;
import dev.lethe.clip.model.ClipModel;
import dev.lethe.clip.text.Cleaning;
import dev.lethe.clip.text.EndOfText;
import dev.lethe.clip.text.FastTokenizer;
import dev.lethe.clip.text.TokenizerFile;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Creates untrained models that are saved as OpenCLIP folders. */
@Summary("Creates an untrained CLIP, initialised as OpenCLIP does and saved in its format.")
public final class OpenClipFactory implements ModelFactory {

  @Override
  public VisionLanguageModel create(
      NDManager manager,
      Architecture architecture,
      Preprocessing preprocessing,
      Path tokenizer,
      long seed) {
    VisionArchitecture vision = architecture.vision();
    TextArchitecture text = architecture.text();
    if (vision == null || text == null || !text.projected()) {
      throw new UsageException(
          "an OpenCLIP model has an image tower and a text tower with a projection");
    }
    if (preprocessing.size() != vision.imageSize()) {
      throw new UsageException(
          "pictures are prepared at %d pixels, but the image tower takes %d"
              .formatted(preprocessing.size(), vision.imageSize()));
    }
    TokenizerFile file = TokenizerFile.read(tokenizer);
    if (file.size() > text.vocabularySize()) {
      throw new LetheException(
          "%s has %d ids, but the model embeds only %d tokens"
              .formatted(tokenizer, file.size(), text.vocabularySize()));
    }
    NewConfig config =
        NewConfig.of(
            architecture.dimension(), architecture.activation(), vision, text, preprocessing, file);
    SortedMap<String, byte[]> files = new TreeMap<>();
    files.put(OpenClipFolder.TOKENIZER, file.json());
    files.put(TokenizerFiles.CONFIG, config.tokenizerConfig());
    Blueprint blueprint =
        new Blueprint(
            architecture,
            preprocessing,
            () -> FastTokenizer.open(file, Cleaning.WHITESPACE, text.contextLength()),
            EndOfText.highest(),
            config.endId(),
            new ModelProvenance(OpenClipLoader.NAME, null, null, List.of()),
            new OpenClipFolder(config.root(), files));
    return ClipModel.build(manager, blueprint, new InitialWeights(vision, text, seed));
  }
}
