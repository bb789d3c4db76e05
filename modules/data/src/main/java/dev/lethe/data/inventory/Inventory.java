package dev.lethe.data.inventory;

import dev.lethe.api.CancelledException;
import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.plugin.RunContext;
import dev.lethe.data.folder.Omission;
import dev.lethe.data.image.FileRange;
import dev.lethe.data.image.PathImage;
import dev.lethe.io.hash.Sha256;
import dev.lethe.tensor.memory.MemoryBudget;
import dev.lethe.tensor.memory.PictureMemory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Looks through the files of a data set: what is in each, and which are no pictures that can be
 * read. Remembers both in the cache of the runs, so that a data set that nobody changed is not read
 * again.
 */
public final class Inventory {
  private static final int MOST_THREADS = 4;

  /** Changes when other files can be read than before. */
  private static final String VERSION = "pictures-4";

  private final Path root;
  private final Unreadable unreadable;
  private final Optional<PictureMemory> decoding;
  private final Optional<InventoryCache> memory;

  /**
   * Creates an inventory.
   *
   * @param root the folder that holds all pictures
   * @param cache the run's
   * @param memory in which pictures are decoded, where that is to find out whether they can be read
   */
  Inventory(Path root, Unreadable unreadable, Optional<Path> cache, PictureMemory memory) {
    this.root = root.toAbsolutePath().normalize();
    this.unreadable = unreadable;
    this.decoding = unreadable == Unreadable.SKIP ? Optional.of(memory) : Optional.empty();
    String name = hash(this.root.toString()) + ".json";
    this.memory = cache.map(folder -> new InventoryCache(folder.resolve(VERSION).resolve(name)));
  }

  /** Creates the inventory of a run. */
  public static Inventory of(Path root, Unreadable unreadable, RunContext run) {
    PictureMemory memory =
        run.givenMemory()
            .filter(given -> unreadable == Unreadable.SKIP)
            .map(given -> PictureMemory.within(new MemoryBudget(given, 0).activations()))
            .orElseGet(PictureMemory::ofHeap);
    return new Inventory(root, unreadable, run.cache(), memory);
  }

  /**
   * Looks at all files that were gathered, several at a time.
   *
   * @param gathering from folders below the root
   * @throws LetheException if a file cannot be opened or, unless such are skipped, is no picture;
   *     one that is damaged fails when it is decoded
   */
  public Taken take(Gathering gathering, Progress progress) {
    List<PathImage> files = gathering.files();
    List<KnownFile> seen = look(files, progress);
    Map<PathImage, String> taken = new LinkedHashMap<>();
    List<Omission> skipped = new ArrayList<>(gathering.lost());
    List<Omission> aside = new ArrayList<>(gathering.aside());
    for (int i = 0; i < files.size(); i++) {
      Path file = files.get(i).path();
      String problem = seen.get(i).problem();
      if (!seen.get(i).picture() && Companion.is(file)) {
        aside.add(new Omission(file, "no picture"));
      } else if (problem == null || seen.get(i).picture() && unreadable == Unreadable.FAIL) {
        taken.put(files.get(i), seen.get(i).sha256());
      } else {
        skipped.add(new Omission(file, problem));
      }
    }
    if (unreadable == Unreadable.FAIL && !skipped.isEmpty()) {
      throw refused(skipped);
    }
    return new Taken(root, taken, skipped, aside);
  }

  List<KnownFile> look(List<PathImage> files, Progress progress) {
    Map<String, KnownFile> before = memory.map(InventoryCache::read).orElseGet(TreeMap::new);
    Map<String, KnownFile> after = new TreeMap<>();
    List<KnownFile> seen = new ArrayList<>();
    String work = decoding.isPresent() ? "checking pictures" : "hashing pictures";
    int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try (Progress.Task task = progress.begin(work, files.size())) {
      List<Future<FileInspection.Result>> looks =
          files.stream()
              .map(file -> pool.submit(new FileInspection(file, decoding, before.get(key(file)))))
              .toList();
      for (int i = 0; i < looks.size(); i++) {
        FileInspection.Result result = await(looks.get(i));
        if (result.isLasting()) {
          after.put(key(files.get(i)), result.seen());
        }
        seen.add(result.seen());
        task.advance(1);
      }
    } finally {
      pool.shutdownNow();
    }
    if (!after.equals(before)) {
      memory.ifPresent(file -> file.write(after));
    }
    return seen;
  }

  private LetheException refused(List<Omission> files) {
    return new LetheException(
        "expected pictures in %s, found %d that are none or of a format that is not read: %s; convert them to PNG or JPEG, remove them, or leave them out with unreadable: skip"
            .formatted(root, files.size(), Omission.list(files, root)));
  }

  private String key(PathImage picture) {
    FileRange range = picture.range();
    String file = root.relativize(range.file().toAbsolutePath().normalize()).toString();
    return hash(range.member().isEmpty() ? file : file + "\0" + range.from());
  }

  /** Paths tell who the people are, so that the memory does not hold them. */
  private static String hash(String path) {
    byte[] digest = Sha256.start().digest(path.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, 16);
  }

  private static FileInspection.Result await(Future<FileInspection.Result> look) {
    try {
      return look.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof LetheException refused) {
        throw refused;
      }
      if (e.getCause() instanceof Error fatal) {
        throw fatal;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
