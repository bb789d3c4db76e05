package dev.lethe.tensor.safetensors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lethe.api.LetheException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Reads the header of a safetensors file; takes no memory before its length is known to be real.
 */
final class HeaderReader {
  static final String METADATA = "__metadata__";
  private static final int LENGTH_BYTES = 8;

  /** The limit of the format's own implementation. */
  private static final long LONGEST_HEADER = 100_000_000;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Path file;
  private final FileChannel channel;

  HeaderReader(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Returns the tensors in the order of their bytes. */
  List<HeaderEntry> read() throws IOException {
    long fileLength = channel.size();
    if (fileLength < LENGTH_BYTES) {
      throw damaged("it has %d bytes, too few for a header".formatted(fileLength));
    }
    long headerLength = bytes(0, LENGTH_BYTES).getLong();
    long available = fileLength - LENGTH_BYTES;
    if (headerLength < 2 || headerLength > available || headerLength > LONGEST_HEADER) {
      throw damaged(
          "its header claims %s bytes where the file has %d"
              .formatted(Long.toUnsignedString(headerLength), available));
    }
    JsonNode header = parse(bytes(LENGTH_BYTES, (int) headerLength));
    EntryParser parser = new EntryParser(LENGTH_BYTES + headerLength, available - headerLength);
    List<HeaderEntry> entries = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : header.properties()) {
      if (!field.getKey().equals(METADATA)) {
        entries.add(entry(parser, field.getKey(), field.getValue()));
      }
    }
    entries.sort(
        Comparator.comparingLong(HeaderEntry::begin)
            .thenComparingLong(entry -> entry.tensor().length()));
    requireNoGaps(entries, LENGTH_BYTES + headerLength, fileLength);
    return entries;
  }

  private ByteBuffer bytes(long position, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + buffer.position()) < 0) {
        throw new EOFException("the file became shorter while it was read");
      }
    }
    return buffer.flip();
  }

  private JsonNode parse(ByteBuffer header) throws IOException {
    JsonNode node;
    try {
      node = JSON.readTree(header.array());
    } catch (JsonProcessingException e) {
      throw damaged(
          "its header is not valid JSON: " + e.getOriginalMessage().lines().findFirst().orElse(""));
    }
    if (!node.isObject()) {
      throw damaged("its header is not a JSON object");
    }
    return node;
  }

  private HeaderEntry entry(EntryParser parser, String name, JsonNode fields) {
    try {
      return parser.parse(name, fields);
    } catch (IllegalArgumentException e) {
      throw damaged("tensor '%s': %s".formatted(name, e.getMessage()));
    }
  }

  /** The format forbids holes and overlaps, so that no byte is hidden or shared. */
  private void requireNoGaps(List<HeaderEntry> entries, long start, long end) {
    long expected = start;
    for (HeaderEntry entry : entries) {
      if (entry.begin() != expected) {
        throw damaged(
            "tensor '%s' begins at byte %d where %d was expected"
                .formatted(entry.tensor().name(), entry.begin(), expected));
      }
      expected += entry.tensor().length();
    }
    if (expected != end) {
      throw damaged("its tensors end at byte %d, the file at %d".formatted(expected, end));
    }
  }

  private LetheException damaged(String reason) {
    String line = reason.replaceAll("\\p{Cntrl}", "?"); // it may quote the file
    return new LetheException("%s is not a valid safetensors file: %s".formatted(file, line));
  }
}
