package dev.lethe.clip.openclip;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lethe.api.UsageException;
import dev.lethe.api.model.Architecture;
import dev.lethe.api.model.ComputeOptions;
import dev.lethe.api.model.ModelFactory;
import dev.lethe.api.model.ModelProvenance;
import dev.lethe.api.model.Preprocessing;
import dev.lethe.api.model.TextArchitecture;
import dev.lethe.api.model.VisionArchitecture;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.Summary;
import dev.lethe.clip.model.Blueprint;
import dev.lethe.clip.model.ClipModel;
import dev.lethe.clip.model.StoredForm;
import dev.lethe.clip.text.Cleaning;
import dev.lethe.clip.text.EndOfText;
import dev.lethe.clip.text.TextInput;
import dev.lethe.clip.text.TokenizerConfig;
import dev.lethe.clip.text.TokenizerFile;
import dev.lethe.clip.text.TokenizerFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Creates untrained models that are saved as OpenCLIP folders. */
@Summary("Creates an untrained CLIP, initialized as OpenCLIP does and saved in its format.")
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
    SortedMap<String, byte[]> companions = new TreeMap<>();
    companions.put(TokenizerFiles.CONFIG, TokenizerConfig.of(file, text.contextLength()));
    TokenizerFiles files = TokenizerFiles.of(file, companions);
    int endId = TokenizerConfig.around(file, text.contextLength())[1];
    TextInput texts = new TextInput(files, Cleaning.WHITESPACE, EndOfText.highest(), endId);
    texts.requireWithin(text.vocabularySize(), "text.vocabulary-size");
    ObjectNode config = NewConfig.of(architecture, vision, text, preprocessing, texts);
    Blueprint blueprint =
        new Blueprint(
            architecture,
            preprocessing,
            texts,
            new ModelProvenance(OpenClipLoader.NAME, null, null, List.of(), List.of()),
            StoredForm.singles(),
            OpenClipFolder.of(config, files.contents(), architecture));
    return ClipModel.build(
        manager, blueprint, new InitialWeights(vision, text, seed), ComputeOptions.standard());
  }
}
