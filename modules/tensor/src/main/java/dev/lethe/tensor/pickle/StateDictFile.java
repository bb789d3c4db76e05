package dev.lethe.tensor.pickle;

import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.io.Visible;
import dev.lethe.tensor.stored.MappedParts;
import dev.lethe.tensor.stored.StoredTensor;
import dev.lethe.tensor.stored.TensorFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * An open file of {@code torch.save} that holds a state dict, at its top or below a usual key such
 * as {@code state_dict}, or of {@code torch.jit.save}, whose modules' tensors have the names of
 * their state dict. Nothing in it was executed. Values that are no tensors are ignored; a tensor
 * that is an attribute of a scripted module, and neither parameter nor buffer, is one of its
 * tensors here, because only the program's code tells the difference.
 */
public final class StateDictFile implements TensorFile {
  private final Path path;
  private final MappedParts parts;
  private final StateDict saved;

  private StateDictFile(Path path, FileChannel channel, MappedParts parts) throws IOException {
    this.path = path;
    this.parts = parts;
    saved = new StateDictReader(new FileBytes(channel)).read();
  }

  /**
   * Opens a file and checks everything but the values.
   *
   * @throws NotFoundException if there is no such file
   * @throws LetheException if it cannot be read, is damaged, or names anything that weights do not
   *     need
   */
  public static StateDictFile open(Path path) {
    try {
      return MappedParts.open(path, (channel, parts) -> new StateDictFile(path, channel, parts));
    } catch (RefusedException e) {
      String reason = Visible.of(e.getMessage()); // it may quote the file
      throw new LetheException("%s is no state dict: %s".formatted(path, reason), e);
    }
  }

  /**
   * Returns whether the file holds a program (TorchScript) beside its weights, which was not looked
   * at. OpenAI's own CLIP models are such files, and compute with QuickGELU.
   */
  public boolean isProgram() {
    return saved.program();
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public List<String> notes() {
    return saved.notes();
  }

  @Override
  public List<StoredTensor> entries() {
    return saved.tensors().entrySet().stream().map(e -> e.getValue().named(e.getKey())).toList();
  }

  @Override
  public StoredTensor entry(String name) {
    return find(name).named(name);
  }

  @Override
  public ByteBuffer bytes(String name, long begin, int length) {
    TensorView view = find(name);
    Objects.checkFromIndexSize(begin, length, view.named(name).length());
    long valueBytes = view.storage().type().bytes();
    long first = view.storage().begin() + view.offset() * valueBytes;
    if (view.isContiguous()) {
      return parts.map(first + begin, length);
    }
    long span = view.span() * valueBytes;
    if (span > Integer.MAX_VALUE) {
      throw new LetheException(
          "%s: tensor '%s' lies scattered over more than 2 GiB; save a copy of it (contiguous)"
              .formatted(path, name));
    }
    return StridedCopy.of(view, parts.map(first, (int) span), begin, length);
  }

  private TensorView find(String name) {
    TensorView view = saved.tensors().get(name);
    if (view == null) {
      throw new LetheException("%s has no tensor '%s'".formatted(path, name));
    }
    return view;
  }

  @Override
  public void close() {
    parts.close();
  }
}
