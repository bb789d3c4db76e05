package dev.lethe.tensor.safetensors;

import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lethe.api.LetheException;
import dev.lethe.io.IoFailure;
import dev.lethe.io.Unfinished;
import dev.lethe.io.hash.Sha256;
import dev.lethe.tensor.stored.StoredType;
import dev.lethe.tensor.stored.TensorContent;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes safetensors files. Equal tensors give equal bytes: they are ordered by name, and nothing
 * else is stored.
 */
public final class SafetensorsWriter {
  private static final int ALIGNMENT = 8;

  private SafetensorsWriter() {}

  /**
   * Writes arrays of singles as they are; the file appears whole or not at all.
   *
   * @param path the file; replaced if it exists
   * @param tensors by name; their arrays are only read
   * @return the SHA-256 of the file in hexadecimal
   * @throws IllegalArgumentException if an array holds other values
   * @throws LetheException if it cannot be written
   */
  public static String write(Path path, Map<String, NDArray> tensors) {
    Map<String, TensorContent> contents = new TreeMap<>();
    tensors.forEach((name, array) -> contents.put(name, TensorContent.of(array, StoredType.F32)));
    return writeTyped(path, contents);
  }

  /**
   * Writes tensors, each in a type of its own; the file appears whole or not at all.
   *
   * @param path the file; replaced if it exists
   * @param tensors by name; none is held in memory but while it is written
   * @return the SHA-256 of the file in hexadecimal
   * @throws LetheException if it cannot be written
   */
  public static String writeTyped(Path path, Map<String, TensorContent> tensors) {
    try (Unfinished file = Unfinished.of(path)) {
      String hash = stream(file.path(), new TreeMap<>(tensors));
      file.putInPlace();
      return hash;
    } catch (IOException e) {
      throw IoFailure.cannotWrite(path, e);
    }
  }

  private static String stream(Path file, SortedMap<String, TensorContent> tensors)
      throws IOException {
    MessageDigest sha256 = Sha256.start();
    try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), sha256);
        WritableByteChannel channel = Channels.newChannel(out)) {
      byte[] header = header(tensors);
      channel.write(
          ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(0, header.length));
      out.write(header);
      for (TensorContent tensor : tensors.values()) {
        tensor.writeTo(channel);
      }
    }
    return Sha256.end(sha256);
  }

  private static byte[] header(SortedMap<String, TensorContent> tensors) throws IOException {
    JsonMapper json = new JsonMapper();
    ObjectNode header = json.createObjectNode();
    // The transformers library refuses files that do not say which framework they are for.
    header.putObject(HeaderReader.METADATA).put("format", "pt");
    long offset = 0;
    for (Map.Entry<String, TensorContent> tensor : tensors.entrySet()) {
      String name = tensor.getKey();
      if (name.equals(HeaderReader.METADATA)) {
        throw new LetheException("no tensor can have the name '%s' in safetensors".formatted(name));
      }
      TensorContent content = tensor.getValue();
      ObjectNode entry = header.putObject(name);
      entry.put("dtype", content.type().name());
      entry.set("shape", json.valueToTree(content.shape().getShape()));
      long end = offset + content.shape().size() * content.type().bytes();
      entry.putArray("data_offsets").add(offset).add(end);
      offset = end;
    }
    byte[] text = json.writeValueAsBytes(header);
    byte[] padded = Arrays.copyOf(text, (text.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT);
    Arrays.fill(padded, text.length, padded.length, (byte) ' ');
    return padded;
  }
}
