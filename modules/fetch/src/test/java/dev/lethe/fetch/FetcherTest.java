package dev.lethe.fetch;

import static dev.lethe.fetch.download.Publisher.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.CancelledException;
import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.fetch.FetchedFile.State;
import dev.lethe.fetch.archive.Archives;
import dev.lethe.fetch.catalogue.Catalogue;
import dev.lethe.fetch.catalogue.Entry;
import dev.lethe.fetch.catalogue.Kind;
import dev.lethe.fetch.download.Publisher;
import dev.lethe.io.hash.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class FetcherTest {
  @TempDir private Path folder;
  private Path to;
  private Publisher publisher;

  @BeforeEach
  void start() throws IOException {
    publisher = Publisher.start();
    to = folder.resolve("data/pictures");
  }

  @AfterEach
  void stop() {
    publisher.close();
  }

  private Entry entry(String files) throws IOException {
    Path yaml =
        Files.writeString(
            folder.resolve("mine.yaml"),
            """
            entries:
              - name: pictures
                kind: data
                description: Pictures.
                licence: none
                base: %s
                use: path={folder}/x
                files: %s
            """
                .formatted(publisher.address("/"), files));
    return Catalogue.read(yaml).get(Kind.DATA, "pictures");
  }

  private List<FetchedFile> fetch(Entry entry) {
    return Fetcher.of(Map.of()).fetch(entry, to, Progress.silent());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void allFilesAreFetchedIntoTheirPlaces() throws IOException {
    publisher.publish("/a.json", file(bytes("{}"), "\"a\""));
    publisher.publish("/deep/b.txt", file(bytes("b"), "\"b\""));
    Entry entry = entry("[{file: a.json, size: 2}, {file: deep/b.txt}]");
    assertThat(fetch(entry)).extracting(FetchedFile::state).containsOnly(State.FETCHED);
    assertThat(to.resolve("a.json")).hasContent("{}");
    assertThat(to.resolve("deep/b.txt")).hasContent("b");
    assertThat(entry.use(to)).isEqualTo("path=" + to + "/x");
  }

  @Test
  void afterAFailureOnlyTheRestIsFetched() throws IOException {
    publisher.publish("/a.json", file(bytes("{}"), "\"a\""));
    publisher.publish("/b.txt", Publisher.status(404, Map.of()), file(bytes("b"), "\"b\""));
    Entry entry = entry("[{file: a.json}, {file: b.txt}]");
    assertThatThrownBy(() -> fetch(entry)).isInstanceOf(LetheException.class);
    assertThat(fetch(entry))
        .extracting(FetchedFile::state)
        .containsExactly(State.PRESENT, State.FETCHED);
    assertThat(publisher.requests()).hasSize(3);
  }

  @Test
  void anArchiveIsUnpackedAndGone() throws IOException {
    Path zip = Archives.zip(folder.resolve("z"), Map.of("val/1.txt", "1", "val/2.txt", "2"));
    publisher.publish("/z.zip", file(Files.readAllBytes(zip), "\"z\""));
    Entry entry = entry("[{file: z.zip, archive: zip, unpack-to: images}]");
    FetchedFile fetched = fetch(entry).get(0);
    assertThat(fetched.path()).isEqualTo(to.resolve("images"));
    assertThat(fetched.sha256()).isNotNull();
    assertThat(fetched.isChecked()).isFalse();
    assertThat(to.resolve("images/1.txt")).hasContent("1");
    try (Stream<Path> left = Files.list(to)) {
      assertThat(left)
          .containsExactlyInAnyOrder(to.resolve("images"), to.resolve(".images.lethe-unpacked"));
    }
    assertThat(fetch(entry).get(0).state()).isEqualTo(State.PRESENT);
    assertThat(publisher.requests()).hasSize(1);
  }

  @Test
  void anArchiveThatCannotBeUnpackedStaysForInspection() throws IOException {
    publisher.publish("/z.zip", file(bytes("<html>"), "\"z\""));
    Entry entry = entry("[{file: z.zip, archive: zip, unpack-to: images}]");
    assertThatThrownBy(() -> fetch(entry)).hasMessageStartingWith("cannot unpack");
    assertThat(to.resolve("z.zip")).hasContent("<html>");
    assertThat(to.resolve("images")).doesNotExist();
  }

  @Test
  void aFolderThatNoFetchUnpackedIsNoArchiveThatIsThere() throws IOException {
    Path zip = Archives.zip(folder.resolve("z"), Map.of("1.txt", "1", "2.txt", "2"));
    publisher.publish("/z.zip", file(Files.readAllBytes(zip), "\"z\""));
    Entry entry = entry("[{file: z.zip, archive: zip, unpack-to: images}]");
    Path images = Files.createDirectories(to.resolve("images"));
    Files.writeString(images.resolve("junk"), "junk");

    assertThatThrownBy(() -> fetch(entry))
        .isInstanceOf(LetheException.class)
        .hasMessage(
            images
                + " is there, and it was not unpacked by a fetch that ended: remove it, or choose"
                + " another folder");
    assertThat(images.resolve("junk")).hasContent("junk");
    assertThat(publisher.requests()).isEmpty();

    Files.delete(images.resolve("junk"));
    Files.delete(images);
    Files.createSymbolicLink(images, folder.resolve("nowhere"));
    assertThatThrownBy(() -> fetch(entry)).hasMessageContaining("was not unpacked by a fetch");

    Files.delete(images);
    assertThat(fetch(entry).get(0).state()).isEqualTo(State.FETCHED);
  }

  @Test
  void whatSystemsHideInAnUnpackedFolderChangesNothing() throws IOException {
    Path zip = Archives.zip(folder.resolve("z"), Map.of("a/1.txt", "1", "a/.2.txt", "22"));
    publisher.publish("/z.zip", file(Files.readAllBytes(zip), "\"z\""));
    Entry entry = entry("[{file: z.zip, archive: zip, unpack-to: images}]");
    fetch(entry);
    Files.writeString(to.resolve("images/.DS_Store"), "the view of a folder");
    Files.createDirectories(to.resolve("images/.thumbnails/x"));
    Files.writeString(to.resolve("images/.thumbnails/x/1.png"), "small");
    assertThat(fetch(entry).get(0).state()).isEqualTo(State.PRESENT);

    Files.writeString(to.resolve("images/3.txt"), "3");
    assertThatThrownBy(() -> fetch(entry))
        .hasMessageContaining("it held 1 files of 1 bytes and holds 2 files of 2 bytes");
  }

  @Test
  void anUnpackedFolderThatLostSomethingIsNamed() throws IOException {
    Path zip = Archives.zip(folder.resolve("z"), Map.of("a/1.txt", "1", "a/2.txt", "22"));
    publisher.publish("/z.zip", file(Files.readAllBytes(zip), "\"z\""));
    Entry entry = entry("[{file: z.zip, archive: zip, unpack-to: images}]");
    fetch(entry);
    Files.delete(to.resolve("images/1.txt"));

    assertThatThrownBy(() -> fetch(entry))
        .isInstanceOf(LetheException.class)
        .hasMessageContaining("it held 2 files of 3 bytes and holds 1 files of 2 bytes");
  }

  @Test
  void aFolderUnpackedFromAnotherArchiveIsNamed() throws IOException {
    Path zip = Archives.zip(folder.resolve("z"), Map.of("1.txt", "1", "2.txt", "2"));
    byte[] content = Files.readAllBytes(zip);
    publisher.publish("/z.zip", file(content, "\"z\""));
    fetch(entry("[{file: z.zip, archive: zip, unpack-to: images}]"));

    Entry other = entry("[{file: y.zip, archive: zip, unpack-to: images}]");
    assertThatThrownBy(() -> fetch(other)).hasMessageContaining("from another archive");
    Entry newer = entry("[{file: z.zip, sha256: '00000000', archive: zip, unpack-to: images}]");
    assertThatThrownBy(() -> fetch(newer)).hasMessageContaining("another version of the archive");
    String digits = Sha256.of(content).substring(0, 8);
    Entry same =
        entry("[{file: z.zip, sha256: '%s', archive: zip, unpack-to: images}]".formatted(digits));
    assertThat(fetch(same).get(0).state()).isEqualTo(State.PRESENT);
  }

  @Test
  @Timeout(60)
  void whoFetchesAnArchiveThatIsBeingUnpackedWaitsForIt() throws Exception {
    Path zip = Archives.zip(folder.resolve("z"), Map.of("1.txt", "1", "2.txt", "2"));
    publisher.publish("/z.zip", file(Files.readAllBytes(zip), "\"z\""));
    Entry entry = entry("[{file: z.zip, archive: zip, unpack-to: images}]");
    CountDownLatch unpacks = new CountDownLatch(1);
    CountDownLatch waits = new CountDownLatch(1);
    Progress first =
        new Watched(
            name -> {
              if (name.startsWith("unpacking")) {
                unpacks.countDown();
                await(waits);
              }
            },
            line -> {});
    Progress second = new Watched(name -> {}, line -> waits.countDown());
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<List<FetchedFile>> unpacked =
          thread.submit(() -> Fetcher.of(Map.of()).fetch(entry, to, first));
      await(unpacks);
      List<FetchedFile> waited;
      try {
        waited = Fetcher.of(Map.of()).fetch(entry, to, second);
      } finally {
        waits.countDown();
      }
      assertThat(unpacked.get().get(0).state()).isEqualTo(State.FETCHED);
      assertThat(waited.get(0).state()).isEqualTo(State.PRESENT);
    } finally {
      thread.shutdownNow();
    }
    assertThat(publisher.requests()).hasSize(1);
    assertThat(to.resolve("images/2.txt")).hasContent("2");
    assertThat(to.resolve(".images.lethe-lock")).doesNotExist();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new CancelledException();
    }
  }

  /** Tells what begins and what is said. */
  private record Watched(Consumer<String> begun, Consumer<String> said) implements Progress {
    @Override
    public Task begin(String name, long total) {
      begun.accept(name);
      return Progress.silent().begin(name, total);
    }

    @Override
    public void message(String line) {
      said.accept(line);
    }
  }
}
