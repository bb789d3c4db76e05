package dev.lethe.data.pictures;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lethe.api.LetheException;
import dev.lethe.api.data.CaptionList;
import dev.lethe.data.image.FileRange;
import dev.lethe.data.inventory.Gathering;
import dev.lethe.io.IntactText;
import dev.lethe.io.IoFailure;
import dev.lethe.io.Visible;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarFile;
import org.jspecify.annotations.Nullable;

/** One of WebDataset's archives. */
final class Shard {
  private static final Set<String> PICTURES =
      Set.of("jpg", "jpeg", "png", "webp", "gif", "bmp", "avif", "heic", "tif", "tiff");
  private static final int BLOCK = 512;
  private static final int LONGEST_TEXT = 1_000_000;
  private static final JsonMapper MAPPER = new JsonMapper();

  private final Path file;
  private final String field;

  Shard(Path file, String field) {
    this.file = file;
    this.field = field;
  }

  /**
   * Adds the pictures in the order of the archive.
   *
   * @throws LetheException if the archive is damaged or cut short
   */
  void addTo(Album album, Gathering gathering) {
    try (TarFile tar = new TarFile(file)) {
      requireWhole(tar.getEntries());
      Map<String, Sample> samples = new LinkedHashMap<>();
      tar.getEntries().forEach(member -> sort(member, samples, gathering));
      for (Sample sample : samples.values()) {
        List<String> captions = captions(tar, sample, gathering);
        for (FileRange picture : sample.pictures) {
          album.add(gathering.picture(picture), captions);
        }
      }
    } catch (ClosedByInterruptException e) {
      throw IoFailure.cannotRead(file, e);
    } catch (IOException e) {
      throw broken(IoFailure.reason(e, file), e);
    } catch (IllegalArgumentException e) {
      throw broken(Visible.oneLine(String.valueOf(e.getMessage())), e);
    }
  }

  /** The library looks at no checksum, and takes an archive that was cut between two members. */
  private void requireWhole(List<TarArchiveEntry> members) throws IOException {
    long end = 0;
    for (TarArchiveEntry member : members) {
      if (!member.isCheckSumOK()) {
        throw broken("the header of %s is damaged".formatted(Visible.of(member.getName())), null);
      }
      end = Math.max(end, member.getDataOffset() + member.getSize());
    }
    FileRange mark = new FileRange(file, "end", (end + BLOCK - 1) / BLOCK * BLOCK, BLOCK);
    try (InputStream in = mark.size() < BLOCK ? InputStream.nullInputStream() : mark.open()) {
      if (!Arrays.equals(in.readAllBytes(), new byte[BLOCK])) {
        throw broken("it is cut short", null);
      }
    }
  }

  private void sort(TarArchiveEntry member, Map<String, Sample> samples, Gathering gathering) {
    if (member.isDirectory()) {
      return;
    }
    String name = member.getName();
    FileRange range = new FileRange(file, name, member.getDataOffset(), member.getSize());
    int dot = name.indexOf('.', name.lastIndexOf('/') + 1);
    if (!member.isFile() || member.isLink() || member.isSymbolicLink() || member.isSparse()) {
      gathering.leaveAside(range.path(), "no regular file");
    } else if (dot < 0) {
      gathering.leaveAside(range.path(), "without an ending");
    } else {
      Sample sample = samples.computeIfAbsent(name.substring(0, dot), key -> new Sample());
      String ending = name.substring(dot + 1).toLowerCase(Locale.ROOT);
      if (PICTURES.contains(ending.substring(ending.lastIndexOf('.') + 1))) {
        sample.pictures.add(range);
      } else if (ending.equals("txt")) {
        sample.text = member;
      } else if (ending.equals("json")) {
        sample.json = member;
      } else {
        gathering.leaveAside(range.path(), "neither a picture nor captions");
      }
    }
  }

  private List<String> captions(TarFile tar, Sample sample, Gathering gathering)
      throws IOException {
    List<String> captions = new ArrayList<>(1);
    if (sample.pictures.isEmpty()) {
      for (TarArchiveEntry alone : sample.texts()) {
        gathering.leaveAside(file.resolve(alone.getName()), "without a picture");
      }
    } else if (sample.text != null) {
      captions.add(caption(text(tar, sample.text), sample.text));
    } else if (sample.json != null) {
      addAll(json(tar, sample.json).path(field), sample.json, captions);
    }
    captions.removeIf(String::isEmpty);
    return captions;
  }

  private void addAll(JsonNode node, TarArchiveEntry member, List<String> captions) {
    if (node.isTextual()) {
      captions.add(caption(node.textValue(), member));
    }
    node.forEach(each -> addAll(each, member, captions));
  }

  private String caption(String text, TarArchiveEntry member) {
    return CaptionList.oneLine(
        IntactText.require(text, file.resolve(Visible.of(member.getName())).toString()));
  }

  private JsonNode json(TarFile tar, TarArchiveEntry member) throws IOException {
    try {
      return MAPPER.readTree(text(tar, member));
    } catch (JsonProcessingException e) {
      throw broken(Visible.of(member.getName()) + " in it is no valid JSON", e);
    }
  }

  private String text(TarFile tar, TarArchiveEntry member) throws IOException {
    if (member.getSize() > LONGEST_TEXT) {
      throw broken(
          "%s in it has more than %d bytes, expected a caption"
              .formatted(Visible.of(member.getName()), LONGEST_TEXT),
          null);
    }
    try (InputStream in = tar.getInputStream(member)) {
      byte[] bytes = in.readAllBytes();
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw broken(Visible.of(member.getName()) + " in it is not valid UTF-8", e);
    }
  }

  private LetheException broken(String problem, @Nullable Exception cause) {
    return new LetheException(
        "%s is no tar archive that can be read: %s; get it again, or take it away"
            .formatted(file, problem),
        cause);
  }

  /** Members that share a name. */
  private static final class Sample {
    private final List<FileRange> pictures = new ArrayList<>(1);
    private @Nullable TarArchiveEntry text;
    private @Nullable TarArchiveEntry json;

    List<TarArchiveEntry> texts() {
      List<TarArchiveEntry> texts = new ArrayList<>(2);
      if (text != null) {
        texts.add(text);
      }
      if (json != null) {
        texts.add(json);
      }
      return texts;
    }
  }
}
