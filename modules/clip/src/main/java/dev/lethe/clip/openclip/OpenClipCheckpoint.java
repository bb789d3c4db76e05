package dev.lethe.clip.openclip;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lethe.api.LetheException;
import dev.lethe.api.model.Architecture;
import dev.lethe.api.model.ComputeOptions;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.clip.checkpoint.Naming;
import dev.lethe.clip.checkpoint.Provenances;
import dev.lethe.clip.checkpoint.StoredWeights;
import dev.lethe.clip.model.Blueprint;
import dev.lethe.clip.model.ClipModel;
import dev.lethe.clip.model.StoredForm;
import dev.lethe.clip.text.TextInput;
import dev.lethe.tensor.stored.TensorFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known of a checkpoint with OpenCLIP's names before its weights are read.
 *
 * @param format the name of the loader that reads it
 * @param path what the user named
 * @param config what its model computes
 * @param texts how texts are prepared
 * @param written the configuration that a copy of the model is saved with
 */
record OpenClipCheckpoint(
    String format, Path path, OpenClipConfig config, TextInput texts, ObjectNode written) {

  /**
   * Reads the weights.
   *
   * @param manager the parent of the model's memory
   * @param weights stays the caller's
   * @param compute how the model computes
   * @throws LetheException if they are not those of the configuration
   */
  VisionLanguageModel read(NDManager manager, TensorFile weights, ComputeOptions compute) {
    Architecture architecture = config.architecture();
    Naming naming = new OpenClipNaming();
    StoredWeights stored = new StoredWeights(weights, naming, architecture);
    boolean folder = format.equals(OpenClipLoader.NAME);
    StoredForm form = folder ? stored.form() : stored.form().elsewhere(naming::carries);
    OpenClipConfig.makeRoomFor(form, written);
    List<String> warnings = new ArrayList<>(texts.files().warnings());
    warnings.addAll(stored.beside(folder));
    Blueprint blueprint =
        new Blueprint(
            architecture,
            config.preprocessing(),
            texts,
            Provenances.of(format, path, weights, architecture.activation(), warnings),
            form,
            OpenClipFolder.of(written, texts.files().contents(), architecture));
    return ClipModel.build(manager, blueprint, stored, compute);
  }
}
