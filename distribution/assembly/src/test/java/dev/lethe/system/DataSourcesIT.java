package dev.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lethe.testkit.TinyPicture;
import dev.lethe.testkit.TinyPicture.Shape;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of the assembled product over every layout that data come in. */
class DataSourcesIT {
  private static final List<String> CAPTIONS =
      List.of("a red ball", "two cats", "a tall tree", "an old boat");
  private static final int PICTURES = 4;

  private static final String RUN =
      """
      forget: {names: [Ada Lind]}
      defense: {strategy: text-backdoor, settings: {steps: 2, clean-batch: 2, backdoor-batch: 2}}
      evaluations:
        retrieval: {}
        image-similarity: {}
        zero-shot: {path: classes}
      """;

  @TempDir Path folder;
  private Home home;

  @BeforeEach
  void assemble() throws IOException {
    home = Home.in(folder);
    Files.writeString(TinyExperiment.in(folder).config(), RUN, StandardOpenOption.APPEND);
    for (int i = 0; i < PICTURES; i++) {
      draw("classes/ball/%d.png".formatted(i), i);
      draw("classes/boat/%d.png".formatted(i), 9 * i);
    }
  }

  @AfterEach
  void removeLinks() throws IOException {
    home.close();
  }

  @Test
  void faceScrubWithCaptionsOfATableAndPicturesOfAnother() throws Exception {
    drawPeople("scrub/actresses/images/%s/%s_%d.png", "Ada Lind");
    drawPeople("scrub/actors/images/%s/%s_%d.png", "Bo Kern", "Cy Moss");
    write("captions.csv", "number,caption\n" + numbered("%d,%s\n"));
    write("pictures.csv", "path,caption\n" + numbered("drawn/%d.png,%s\n"));
    drawPictures();
    runs(
        "people.source=facescrub",
        "people.path=scrub",
        "captions.source=csv",
        "captions.path=captions.csv",
        "images={source: csv, path: pictures.csv}");
  }

  @Test
  void aFolderForEachPersonWithAPackedTableAndAFolderOfPictures() throws Exception {
    pack("captions.tsv.gz", "caption\tnumber\n" + numbered("%2$s\t%1$d\n"));
    drawPictures();
    runs(
        "captions.source=tsv",
        "captions.path=captions.tsv.gz",
        "images={source: folder, path: drawn}",
        "evaluations.retrieval.images={source: csv, path: " + captionedTable() + "}");
  }

  @Test
  void aTableOfPeopleWithLinesOfJsonAndPicturesOfCoco() throws Exception {
    List<String> rows = new ArrayList<>(List.of("path,name,split"));
    for (String name : List.of("Ada Lind", "Bo Kern", "Cy Moss")) {
      rows.add("people/%s/0.png,%1$s,test".formatted(name));
      rows.add("people/%s/1.png,%1$s,test".formatted(name));
      rows.add("people/%s/gone.png,%1$s,train".formatted(name));
    }
    write("people.csv", String.join("\n", rows));
    pack("captions.jsonl.gz", numbered("{\"id\": %d, \"caption\": \"%s\"}\n"));
    drawPictures();
    write("coco.json", coco());
    runs(
        "people={source: csv, path: people.csv, only-split: test}",
        "captions.source=json-lines",
        "captions.path=captions.jsonl.gz",
        "images={source: coco, path: drawn, captions: coco.json}");
  }

  @Test
  void labeledFacesInTheWildWithCaptionsOfCocoAndArchivesOfSamples() throws Exception {
    drawPeople("lfw/%s/%s_000%d.png", "Ada Lind", "Bo Kern", "Cy Moss", "Di Somebody");
    write("list.txt", "3\nAda_Lind\t2\nBo_Kern\t2\nCy_Moss\t2\n");
    pack("coco.json.gz", coco());
    drawPictures();
    shard();
    runs(
        "people={source: lfw, path: lfw, list: list.txt}",
        "captions.source=coco",
        "captions.path=coco.json.gz",
        "images={source: webdataset, path: shards}");
  }

  @Test
  void vggFace2WithPackedLinesAndOneArchive() throws Exception {
    List<String> people = List.of("Ada Lind", "Bo Kern", "Cy Moss");
    List<String> rows = new ArrayList<>(List.of("Class_ID, Name, Sample_Num, Flag, Gender"));
    for (int i = 0; i < people.size(); i++) {
      rows.add("n00000%d, \"%s\", 2, 1, f".formatted(i, people.get(i).replace(' ', '_')));
      draw("vgg/n00000%d/0001_01.png".formatted(i), i);
      draw("vgg/n00000%d/0002_01.png".formatted(i), 7 * i);
    }
    write("identity_meta.csv", String.join("\n", rows));
    pack("captions.txt.gz", String.join("\n", CAPTIONS));
    drawPictures();
    shard();
    runs(
        "people={source: vggface2, path: vgg, identities: identity_meta.csv}",
        "captions.path=captions.txt.gz",
        "images={source: webdataset, path: shards/0.tar}");
  }

  private void runs(String... overrides) throws Exception {
    List<String> command = new ArrayList<>(List.of("run", "tiny.yaml", "--json"));
    command.addAll(List.of(overrides));
    try (LetheProcess lethe = LetheProcess.start(home, folder, command.toArray(String[]::new))) {
      assertThat(lethe.finish()).as(lethe.err()).isZero();
      assertThat(new ObjectMapper().readTree(lethe.out()).findValuesAsText("name"))
          .contains("retrieval.text-to-image.recall1", "image-similarity.clean", "zero-shot.top1");
    }
  }

  private String captionedTable() throws IOException {
    write("captioned.csv", "path,caption\n" + numbered("drawn/%d.png,%s\n"));
    return "captioned.csv";
  }

  private void drawPeople(String pattern, String... names) {
    for (String name : names) {
      String written = name.replace(' ', '_');
      for (int i = 1; i <= 2; i++) {
        draw(pattern.formatted(written, written, i), name.hashCode() + i);
      }
    }
  }

  private void drawPictures() {
    for (int i = 0; i < PICTURES; i++) {
      draw("drawn/%d.png".formatted(i), 0x30 * i);
    }
  }

  private void draw(String file, int color) {
    new TinyPicture(Shape.DISC, color & 0xffffff).write(folder.resolve(file));
  }

  private void shard() throws IOException {
    Path file = Files.createDirectory(folder.resolve("shards")).resolve("0.tar");
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < PICTURES; i++) {
        byte[] picture = Files.readAllBytes(folder.resolve("drawn/%d.png".formatted(i)));
        put(tar, "%06d.png".formatted(i), picture);
        put(tar, "%06d.txt".formatted(i), CAPTIONS.get(i).getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static void put(TarArchiveOutputStream tar, String name, byte[] content)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(content.length);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }

  /** A line for each caption, with its number. */
  private static String numbered(String line) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < CAPTIONS.size(); i++) {
      lines.append(line.formatted(i, CAPTIONS.get(i)));
    }
    return lines.toString();
  }

  private static String coco() {
    List<String> images =
        IntStream.range(0, CAPTIONS.size())
            .mapToObj(
                i -> String.format(Locale.ROOT, "{\"id\": %d, \"file_name\": \"%1$d.png\"}", i))
            .toList();
    List<String> annotations =
        IntStream.range(0, CAPTIONS.size())
            .mapToObj(
                i ->
                    String.format(
                        Locale.ROOT,
                        "{\"id\": %d, \"image_id\": %1$d, \"caption\": \"%s\"}",
                        i,
                        CAPTIONS.get(i)))
            .toList();
    return "{\"images\": %s, \"annotations\": %s}".formatted(images, annotations);
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  private void pack(String file, String text) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(file)))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
