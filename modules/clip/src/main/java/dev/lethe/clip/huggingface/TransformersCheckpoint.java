package dev.lethe.clip.huggingface;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.model.Architecture;
import dev.lethe.api.model.ComputeOptions;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.ModelProvenance;
import dev.lethe.api.model.Preprocessing;
import dev.lethe.api.model.Tokenizer;
import dev.lethe.api.model.VisionArchitecture;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.clip.checkpoint.JsonFile;
import dev.lethe.clip.checkpoint.PlainNames;
import dev.lethe.clip.checkpoint.Provenances;
import dev.lethe.clip.checkpoint.StoredWeights;
import dev.lethe.clip.model.Blueprint;
import dev.lethe.clip.model.ClipModel;
import dev.lethe.clip.text.Cleaning;
import dev.lethe.clip.text.TextInput;
import dev.lethe.clip.text.TokenizerConfig;
import dev.lethe.clip.text.TokenizerFiles;
import dev.lethe.clip.text.TokenizerKind;
import dev.lethe.tensor.checkpoint.TensorFiles;
import dev.lethe.tensor.stored.TensorFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A checkpoint that the transformers library has written.
 *
 * @param format the name of the loader that reads it
 * @param folder what the user named
 * @param paths where its parts stand
 * @param tokenizer the tokenizer's folder or file
 * @param tokenizerClass the tokenizer's class, if a pipeline names it
 * @param suspicions what is known already that a person should look at
 * @param unread the last layers that what reads the hidden states does without
 */
record TransformersCheckpoint(
    String format,
    Path folder,
    FolderPaths paths,
    Path tokenizer,
    @Nullable String tokenizerClass,
    List<String> suspicions,
    int unread) {

  VisionLanguageModel read(NDManager manager, LoadOptions options, ComputeOptions compute) {
    Path configFile = configFile();
    Path weights = paths.weights(folder);
    JsonNode root = JsonFile.read(configFile);
    if (unread > 0) {
      ((ObjectNode) root).put(TextSection.UNREAD, unread); // a folder of its own tells no more
    }
    HuggingFaceConfig config = HuggingFaceConfig.of(configFile, root, options.activation());
    Architecture architecture = config.architecture();
    List<String> warnings = new ArrayList<>(suspicions);
    Preprocessing preprocessing = preprocessing(architecture, warnings);
    TextInput texts = texts(config, warnings);
    ObjectNode kept = ((ObjectNode) root).deepCopy();
    HiddenAct.writeAll(kept, architecture.activation());
    try (TensorFile opened = TensorFiles.open(weights)) {
      TensorFile file = PlainNames.of(opened);
      HuggingFaceNaming naming = HuggingFaceNaming.of(file, config.logitScale());
      StoredWeights stored = new StoredWeights(file, naming, architecture);
      warnings.addAll(stored.beside(true));
      stored.assumed().forEach(name -> warnings.add("the weights lack " + name));
      ModelProvenance provenance =
          Provenances.of(format, folder, file, architecture.activation(), warnings);
      Blueprint blueprint =
          new Blueprint(
              architecture,
              preprocessing,
              texts,
              provenance,
              stored.form(),
              new HuggingFaceFolder(paths, kept, preprocessing, texts.files().contents())
                  .saved(architecture, naming));
      return ClipModel.build(manager, blueprint, stored, compute);
    }
  }

  /** Opens the tokenizer alone. */
  Tokenizer openTokenizer() {
    Path configFile = configFile();
    HuggingFaceConfig config = HuggingFaceConfig.of(configFile, JsonFile.read(configFile), null);
    return texts(config, new ArrayList<>()).open(config.text().contextLength());
  }

  private Path configFile() {
    if (!Files.isDirectory(folder)) {
      throw new NotFoundException("there is no folder %s".formatted(folder));
    }
    Path configFile = paths.config(folder);
    if (!Files.isRegularFile(configFile)) {
      throw new NotFoundException(
          "there is no %s; expected %s".formatted(configFile, paths.expected()));
    }
    return configFile;
  }

  private @Nullable Preprocessing preprocessing(Architecture model, List<String> warnings) {
    VisionArchitecture vision = model.vision();
    return vision == null ? null : PreprocessorFile.read(folder, vision.imageSize(), warnings);
  }

  private TextInput texts(HuggingFaceConfig config, List<String> warnings) {
    TokenizerFiles files =
        TokenizerFiles.find(tokenizer, TokenizerKind.HUGGING_FACE, tokenizerClass);
    int context = config.text().contextLength();
    warnings.addAll(files.warnings());
    files.cutting(context).ifPresent(warnings::add);
    int end = TokenizerConfig.around(files.tokenizer(), context)[1];
    Integer expected = config.end().token();
    if (expected != null && expected != end) {
      warnings.add(
          "the tokenizer ends a text with token %d, but the model looks for %d (eos_token_id)"
              .formatted(end, expected));
    }
    TextInput texts = new TextInput(files, Cleaning.NONE, config.end(), files.paddingId(end));
    texts.requireWithin(config.text().vocabularySize(), "vocab_size");
    return texts;
  }
}
