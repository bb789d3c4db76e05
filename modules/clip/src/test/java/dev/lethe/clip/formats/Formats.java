package dev.lethe.clip.formats;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.ComputeOptions;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.clip.huggingface.DiffusersLoader;
import dev.lethe.clip.huggingface.HuggingFaceLoader;
import dev.lethe.clip.openclip.OpenClipLoader;
import dev.lethe.clip.openclip.Parity;
import dev.lethe.clip.openclip.StateDictLoader;
import dev.lethe.tensor.checkpoint.TensorFiles;
import dev.lethe.tensor.stored.StoredTensor;
import dev.lethe.tensor.stored.TensorFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The fixtures of {@code tools/parity/clip_formats.py} and every loader. */
final class Formats {
  static final List<ModelLoader> LOADERS =
      List.of(
          new OpenClipLoader(),
          new HuggingFaceLoader(),
          new DiffusersLoader(),
          new StateDictLoader());

  private Formats() {}

  static Path fixture(String name) {
    return Parity.file("formats").resolve(name);
  }

  /** Reads a checkpoint with the only loader that recognizes it. */
  static VisionLanguageModel load(NDManager manager, Path path, LoadOptions options) {
    List<ModelLoader> recognising =
        LOADERS.stream().filter(loader -> loader.inspect(path, options).isPresent()).toList();
    if (recognising.size() != 1) {
      throw new IllegalStateException(
          "%d loaders recognize %s".formatted(recognising.size(), path));
    }
    return (VisionLanguageModel)
        recognising.get(0).load(manager, path, options, ComputeOptions.standard());
  }

  /** Returns type, shape and bits of every tensor of a file, by name. */
  static Map<String, String> tensors(Path path) {
    Map<String, String> tensors = new TreeMap<>();
    try (TensorFile file = TensorFiles.open(path)) {
      for (StoredTensor tensor : file.entries()) {
        ByteBuffer bytes = file.bytes(tensor.name());
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        tensors.put(
            tensor.name(),
            tensor.type() + " " + tensor.shape() + " " + HexFormat.of().formatHex(copy));
      }
    }
    return tensors;
  }
}
