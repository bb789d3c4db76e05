package dev.lethe.clip.huggingface;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lethe.api.LetheException;
import dev.lethe.api.UsageException;
import dev.lethe.clip.checkpoint.JsonFile;
import dev.lethe.io.IoFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The text encoders of a folder of the diffusers library: those that {@code model_index.json}
 * lists, or without it the folders whose names say so.
 *
 * @param folder of the pipeline
 * @param index the content of {@code model_index.json}, empty without it
 */
record Pipeline(Path folder, JsonNode index) {
  private static final String INDEX = "model_index.json";
  private static final String ENCODER = "text_encoder";
  private static final String TOKENIZER = "tokenizer";
  private static final Pattern PLAIN = Pattern.compile("\\w{1,100}");

  private static final String PROJECTED = "CLIPTextModelWithProjection";

  /** Pipelines that read the states before the last layer, by how their names begin. */
  private static final List<String> SKIPPING =
      List.of("StableDiffusionXL", "StableDiffusion3", "Kandinsky3");

  /**
   * Opens a pipeline.
   *
   * @throws LetheException if its {@code model_index.json} cannot be read
   */
  static Pipeline at(Path folder) {
    Path file = folder.resolve(INDEX);
    JsonNode index =
        Files.isRegularFile(file) ? JsonFile.read(file) : JsonNodeFactory.instance.objectNode();
    return new Pipeline(folder, index);
  }

  /** Returns the pipeline that a folder of an encoder was not taken out of yet, if any. */
  static @Nullable Pipeline around(Path encoder) {
    Path folder = encoder.toAbsolutePath().normalize().getParent();
    if (folder == null || !Files.isRegularFile(folder.resolve(INDEX))) {
      return null;
    }
    Pipeline pipeline = at(folder);
    return pipeline.encoders().contains(name(encoder)) ? pipeline : null;
  }

  /** Returns the file that was read, if there is one. */
  Stream<Path> read() {
    return Stream.of(folder.resolve(INDEX)).filter(Files::isRegularFile);
  }

  /** Returns the name of a folder. */
  static String name(Path folder) {
    Path name = folder.toAbsolutePath().normalize().getFileName();
    return name == null ? "" : name.toString();
  }

  /** Returns the folder of the tokenizer that belongs to an encoder. */
  static String tokenizer(String encoder) {
    return encoder.contains(ENCODER) ? encoder.replace(ENCODER, TOKENIZER) : TOKENIZER;
  }

  /** Returns the names of all encoders, the first one first. */
  List<String> encoders() {
    TreeSet<String> names =
        new TreeSet<>(
            Comparator.comparing((String name) -> !name.startsWith(ENCODER))
                .thenComparing(String::length)
                .thenComparing(Comparator.naturalOrder()));
    index
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (isEncoder(key) && index.path(key).path(1).isTextual()) {
                names.add(key);
              }
            });
    if (names.isEmpty()) {
      try (Stream<Path> folders = Files.list(folder)) {
        folders
            .map(Pipeline::name)
            .filter(name -> isEncoder(name) && Files.isRegularFile(config(name)))
            .forEach(names::add);
      } catch (IOException e) {
        throw IoFailure.cannotRead(folder, e);
      }
    }
    return List.copyOf(names);
  }

  /**
   * Returns the encoder that is read: the one that was asked for, or the first CLIP.
   *
   * @throws UsageException if there is no such encoder
   */
  String chosen(@Nullable String asked) {
    List<String> encoders = encoders();
    if (asked != null && !encoders.contains(asked)) {
      throw new UsageException(
          "%s has no text encoder %s (there are %s)"
              .formatted(folder, asked, String.join(", ", encoders)));
    }
    return asked != null
        ? asked
        : encoders.stream()
            .filter(this::isClip)
            .findFirst()
            .orElse(encoders.isEmpty() ? ENCODER : encoders.get(0));
  }

  /** A name is a folder's of the pipeline and is shown: it leads nowhere else. */
  private static boolean isEncoder(String name) {
    return name.contains(ENCODER) && PLAIN.matcher(name).matches();
  }

  private boolean isClip(String encoder) {
    return Files.isRegularFile(config(encoder))
        && HuggingFaceConfig.isClip(JsonFile.read(config(encoder)));
  }

  private Path config(String encoder) {
    return paths(encoder).config(folder);
  }

  /** Returns where the parts of an encoder stand. */
  static FolderPaths paths(String encoder) {
    return new FolderPaths(encoder + "/", tokenizer(encoder) + "/");
  }

  /** Returns every encoder but one, with its class where that is known. */
  List<String> allBut(String encoder) {
    return encoders().stream()
        .filter(name -> !name.equals(encoder))
        .map(
            name -> {
              String type = declared(name);
              return type == null ? name : "%s (%s)".formatted(name, type);
            })
        .toList();
  }

  /** Returns the class of a part, or null where the pipeline has none or does not say. */
  @Nullable String declared(String part) {
    JsonNode type = index.path(part).path(1);
    return type.isTextual() && PLAIN.matcher(type.textValue()).matches() ? type.textValue() : null;
  }

  /** Returns how many of an encoder's last layers the pipeline does without. */
  int unread() {
    return SKIPPING.stream().anyMatch(type()::startsWith) ? 1 : 0;
  }

  /** Returns what a person must know who trains an encoder for this pipeline. */
  List<String> warnings(String encoder) {
    return unread() == 0 || !PROJECTED.equals(declared(encoder))
        ? List.of()
        : List.of(
            "%s reads the embedding of a text by %s beside its hidden states; a defense on hidden states leaves the layers after them as they are"
                .formatted(type(), encoder));
  }

  private String type() {
    String type = index.path("_class_name").asText();
    return PLAIN.matcher(type).matches() ? type : "";
  }
}
