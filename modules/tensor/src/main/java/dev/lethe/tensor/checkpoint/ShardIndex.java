package dev.lethe.tensor.checkpoint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.lethe.api.LetheException;
import dev.lethe.io.IoFailure;
import dev.lethe.io.Visible;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which shard holds which tensor: {@code {"weight_map": {"a":
 * "model-00001-of-00002.safetensors"}}}.
 *
 * @param shards the file names by the tensors' names
 */
record ShardIndex(SortedMap<String, String> shards) {
  private static final String MAP = "weight_map";
  private static final long LARGEST = 16 << 20;

  /** A table of names for all files would be slow with names that were made to collide in it. */
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES).build();

  static ShardIndex read(Path path) {
    try {
      if (Files.size(path) > LARGEST) {
        throw damaged(path, "it has more than %d bytes".formatted(LARGEST));
      }
      try (InputStream in = Files.newInputStream(path);
          JsonParser json = JSON.createParser(in)) {
        return new ShardIndex(parse(path, json));
      }
    } catch (JsonProcessingException e) {
      throw damaged(path, "it is not valid JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw IoFailure.cannotRead(path, e);
    }
  }

  /** Returns the names of the files, in the order in which the transformers library reads them. */
  SortedSet<String> files() {
    return new TreeSet<>(shards.values());
  }

  private static SortedMap<String, String> parse(Path path, JsonParser json) throws IOException {
    SortedMap<String, String> shards = new TreeMap<>();
    json.nextToken();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      if (json.nextToken() != JsonToken.START_OBJECT || !field.equals(MAP)) {
        json.skipChildren();
        continue;
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String tensor = json.currentName();
        if (json.nextToken() != JsonToken.VALUE_STRING) {
          throw damaged(path, "it names no file for tensor '%s'".formatted(tensor));
        }
        shards.put(tensor, requireBeside(path, json.getText()));
      }
    }
    if (shards.isEmpty()) {
      throw damaged(path, "it has no '%s' of tensors and files".formatted(MAP));
    }
    return shards;
  }

  /** A shard lies beside its index; nothing else may be opened because an index says so. */
  private static String requireBeside(Path path, String file) {
    if (!file.isBlank() && !file.startsWith(".") && file.matches("[^/\\\\:\\p{Cntrl}]+")) {
      try {
        path.resolveSibling(file);
        return file;
      } catch (InvalidPathException e) {
        throw damaged(path, "no file can have the name '%s'".formatted(file));
      }
    }
    throw damaged(path, "'%s' is not the name of a file beside it".formatted(file));
  }

  private static LetheException damaged(Path path, String reason) {
    String line = Visible.of(reason); // it may quote the file
    return new LetheException("%s is no index of shards: %s".formatted(path, line));
  }
}
