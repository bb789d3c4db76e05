package dev.lethe.data.captions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lethe.api.LetheException;
import dev.lethe.api.data.CaptionList;
import dev.lethe.api.data.CaptionSource;
import dev.lethe.api.data.Captions;
import dev.lethe.api.plugin.Summary;
import dev.lethe.io.IntactText;
import dev.lethe.io.RegularFile;
import dev.lethe.io.hash.Sha256;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Captions from a file with a JSON object in each line. */
@Summary("Reads captions from a field of JSON lines.")
public final class JsonLineCaptions implements CaptionSource {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final RegularFile file;
  private final String field;

  @Inject
  JsonLineCaptions(JsonLineSettings settings) {
    file = RegularFile.of("captions", settings.path());
    field = settings.field();
  }

  @Override
  public Captions read() {
    Lines lines = new Lines();
    file.lines(Sha256.start(), lines::take);
    return lines.captions.captions(file.path().toString());
  }

  /** Takes lines in their order. */
  private final class Lines {
    private final CaptionList captions = new CaptionList();
    private long number;

    void take(String line) {
      number++;
      if (!line.isBlank()) {
        add(value(object(line)));
      }
    }

    private JsonNode object(String line) {
      try {
        JsonNode node = MAPPER.readTree(line);
        if (node.isObject()) {
          return node;
        }
        throw refused("expected a JSON object, found " + kind(node));
      } catch (JsonProcessingException e) {
        throw refused("it is no valid JSON: " + e.getOriginalMessage());
      }
    }

    private JsonNode value(JsonNode object) {
      JsonNode value = object.get(field);
      if (value == null) {
        throw refused(
            "there is no field '%s', but: %s"
                .formatted(
                    field,
                    object.properties().stream()
                        .map(Map.Entry::getKey)
                        .collect(Collectors.joining(", "))));
      }
      return value;
    }

    /** Adds a text or several; none where there is null. */
    private void add(JsonNode value) {
      if (value.isTextual()) {
        captions.add(intact(value.textValue()));
      } else if (value.isArray()) {
        value.forEach(this::add);
      } else if (!value.isNull()) {
        throw refused("field '%s' must be text (got %s)".formatted(field, kind(value)));
      }
    }

    private String intact(String caption) {
      if (IntactText.isIntact(caption)) {
        return caption;
      }
      throw refused("field '%s' %s".formatted(field, IntactText.problem(caption)));
    }

    private static String kind(JsonNode node) {
      return node.isMissingNode() ? "nothing" : node.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    private LetheException refused(String problem) {
      return new LetheException(
          "captions: %s, line %d: %s".formatted(file.path(), number, problem));
    }
  }
}
