package dev.lethe.clip.checkpoint;

import dev.lethe.api.LetheException;
import dev.lethe.tensor.stored.StoredTensor;
import dev.lethe.tensor.stored.TensorFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A file whose tensors have the names that the model gives them, without what a training has put
 * before them or between their parts, in all of them or in some.
 */
public final class PlainNames implements TensorFile {
  /** What wraps a module, wherever it stands: parallel and sharded training, torch.compile. */
  private static final Pattern WRAPPERS =
      Pattern.compile(
          "(?<=^|\\.)(module|_orig_mod|_forward_module|_fsdp_wrapped_module"
              + "|_checkpoint_wrapped_module)\\.");

  /** The attribute of a training's own module that the model is, as in Lightning's. */
  private static final Pattern HOLDERS = Pattern.compile("\\G(model|clip|clip_model|net)\\.");

  private final TensorFile file;
  private final Map<String, String> stored;

  private PlainNames(TensorFile file, Map<String, String> stored) {
    this.file = file;
    this.stored = stored;
  }

  /**
   * Returns a file with plain names; closing it closes the given one.
   *
   * @throws LetheException if two tensors would have the same name
   */
  public static TensorFile of(TensorFile file) {
    Map<String, String> stored = new LinkedHashMap<>();
    boolean plain = true;
    for (StoredTensor tensor : file.entries()) {
      String name = plain(tensor.name());
      plain &= name.equals(tensor.name());
      String other = stored.put(name, tensor.name());
      if (other != null) {
        throw new LetheException(
            "%s holds the tensor %s twice, as %s and as %s; save one model alone"
                .formatted(file.path(), name, other, tensor.name()));
      }
    }
    return plain ? file : new PlainNames(file, stored);
  }

  private static String plain(String name) {
    return HOLDERS.matcher(WRAPPERS.matcher(name).replaceAll("")).replaceAll("");
  }

  @Override
  public Path path() {
    return file.path();
  }

  @Override
  public List<Path> files() {
    return file.files();
  }

  @Override
  public List<String> notes() {
    return file.notes();
  }

  @Override
  public List<StoredTensor> entries() {
    return stored.keySet().stream().map(this::entry).toList();
  }

  @Override
  public StoredTensor entry(String name) {
    StoredTensor tensor = file.entry(stored(name));
    return new StoredTensor(name, tensor.type(), tensor.shape());
  }

  @Override
  public ByteBuffer bytes(String name, long begin, int length) {
    return file.bytes(stored(name), begin, length);
  }

  private String stored(String name) {
    return stored.getOrDefault(name, name);
  }

  @Override
  public void close() {
    file.close();
  }
}
