package dev.lethe.data.coco;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.lethe.api.LetheException;
import dev.lethe.io.IntactText;
import dev.lethe.io.IoFailure;
import dev.lethe.io.RegularFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A file of COCO's captions: {@code images} with {@code id} and {@code file_name}, {@code
 * annotations} with {@code image_id} and {@code caption}, in any order. It is read as a stream: no
 * more than one of them is held.
 *
 * <p>Source: Lin et al., "Microsoft COCO: Common Objects in Context", ECCV 2014; Chen et al.,
 * "Microsoft COCO Captions", arXiv 1504.00325.
 */
public final class CocoFile {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final RegularFile file;

  private CocoFile(RegularFile file) {
    this.file = file;
  }

  /**
   * A picture.
   *
   * @param id a number that no other picture has
   * @param fileName within the folder of the pictures
   */
  public record Image(long id, String fileName) {}

  /**
   * What somebody wrote about a picture.
   *
   * @param imageId the picture
   * @param caption as it was written
   */
  public record Annotation(long imageId, String caption) {}

  /**
   * Looks at a file without opening it.
   *
   * @param what what messages call it
   */
  public static CocoFile of(String what, Path path) {
    return new CocoFile(RegularFile.of(what, path));
  }

  /** Returns where it is. */
  public Path path() {
    return file.path();
  }

  /**
   * Reads it, which gzip or Zstandard may have packed.
   *
   * @param images gets the pictures in the order of the file
   * @param annotations gets the captions in the order of the file
   * @throws LetheException if it is not such a file
   */
  public void read(Consumer<Image> images, Consumer<Annotation> annotations) {
    boolean isAnnotated = false;
    try (InputStream in = file.open();
        JsonParser json = JSON.createParser(in)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw refused("it does not begin as a JSON object", null);
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String list = json.currentName();
        json.nextToken();
        switch (list) {
          case "images" -> each(json, list, fields -> images.accept(image(fields)));
          case "annotations" -> {
            isAnnotated = true;
            each(json, list, fields -> annotations.accept(annotation(fields)));
          }
          default -> json.skipChildren();
        }
      }
      if (json.currentToken() != JsonToken.END_OBJECT) {
        throw refused("it is cut short", null);
      }
      if (json.nextToken() != null) {
        throw refused("something follows its end", null);
      }
    } catch (JsonProcessingException e) {
      throw refused("it is damaged or cut short: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw IoFailure.cannotRead(path(), e);
    }
    if (!isAnnotated) {
      throw refused("it has no 'annotations'", null);
    }
  }

  private void each(JsonParser json, String list, Consumer<Map<String, Object>> element)
      throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw refused("'%s' is no list".formatted(list), null);
    }
    while (json.nextToken() == JsonToken.START_OBJECT) {
      Map<String, Object> fields = new HashMap<>();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        switch (json.nextToken()) {
          case VALUE_STRING -> fields.put(name, json.getText());
          case VALUE_NUMBER_INT -> fields.put(name, json.getLongValue());
          default -> json.skipChildren();
        }
      }
      element.accept(fields);
    }
    if (json.currentToken() != JsonToken.END_ARRAY) {
      throw refused("'%s' holds something else than objects".formatted(list), null);
    }
  }

  private Image image(Map<String, Object> fields) {
    return new Image(
        require(fields, "images", "id", Long.class),
        require(fields, "images", "file_name", String.class));
  }

  private Annotation annotation(Map<String, Object> fields) {
    String caption = require(fields, "annotations", "caption", String.class);
    if (!IntactText.isIntact(caption)) {
      throw refused("a caption " + IntactText.problem(caption), null);
    }
    return new Annotation(require(fields, "annotations", "image_id", Long.class), caption);
  }

  private <T> T require(Map<String, Object> fields, String list, String name, Class<T> type) {
    Object value = fields.get(name);
    if (!type.isInstance(value)) {
      throw refused(
          "an element of '%s' has no %s '%s'"
              .formatted(list, type == Long.class ? "number" : "text", name),
          null);
    }
    return type.cast(value);
  }

  private LetheException refused(String problem, @Nullable Exception cause) {
    return new LetheException(
        "%s is no file of COCO's captions: %s".formatted(path(), problem), cause);
  }
}
