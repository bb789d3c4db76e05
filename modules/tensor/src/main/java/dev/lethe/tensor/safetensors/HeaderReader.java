package dev.lethe.tensor.safetensors;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.lethe.api.LetheException;
import dev.lethe.io.Visible;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads the header of a safetensors file; takes no memory before its length is known to be real.
 */
final class HeaderReader {
  static final String METADATA = "__metadata__";
  private static final int LENGTH_BYTES = 8;

  /** Twenty times that of the largest model of OpenCLIP; the format's own limit is 100 MB. */
  private static final long LONGEST_HEADER = 4 << 20;

  /** A table of names for all files would be slow with names that were made to collide in it. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
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
    long most = Math.min(available, LONGEST_HEADER);
    if (headerLength < 2 || headerLength > most) {
      throw damaged(
          "its header claims %s bytes, expected at most %d"
              .formatted(Long.toUnsignedString(headerLength), most));
    }
    byte[] header = bytes(LENGTH_BYTES, (int) headerLength).array();
    List<HeaderEntry> entries;
    try (JsonParser json = JSON.createParser(header)) {
      long dataStart = LENGTH_BYTES + headerLength;
      entries = parse(json, new EntryParser(json, dataStart, available - headerLength));
    } catch (JsonProcessingException e) {
      throw damaged("its header is not valid JSON: " + e.getOriginalMessage());
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

  /** Entry by entry, because a tree of the whole header could be many times as large. */
  private List<HeaderEntry> parse(JsonParser json, EntryParser parser) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw damaged("its header is not a JSON object");
    }
    List<HeaderEntry> entries = new ArrayList<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      if (name.equals(METADATA)) {
        json.nextToken();
        json.skipChildren();
      } else {
        entries.add(entry(parser, name));
      }
    }
    if (json.nextToken() != null) {
      throw damaged("its header does not end where its JSON does");
    }
    return entries;
  }

  private HeaderEntry entry(EntryParser parser, String name) throws IOException {
    try {
      return parser.parse(name);
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
    String line = Visible.of(reason); // it may quote the file
    return new LetheException("%s is not a valid safetensors file: %s".formatted(file, line));
  }
}
