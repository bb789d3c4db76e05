package dev.lethe.data.inventory;

import dev.lethe.api.CancelledException;
import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.Sha256;
import dev.lethe.data.image.PathImage;
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
 * Looks through the pictures of a data set: what is in each, and which cannot be read. Remembers
 * both in the cache of the runs, so that a data set that nobody changed is not read again.
 */
public final class Inventory {
  private static final int MOST_THREADS = 4;
  private static final int MOST_MESSAGES = 10;

  /** Changes when other files can be read than before. */
  private static final String VERSION = "pictures-1";

  private final Path root;
  private final Unreadable unreadable;
  private final Optional<Memory> memory;

  /**
   * Creates an inventory.
   *
   * @param root the folder that holds all pictures
   * @param cache the run's
   */
  public Inventory(Path root, Unreadable unreadable, Optional<Path> cache) {
    this.root = root.toAbsolutePath().normalize();
    this.unreadable = unreadable;
    String name = hash(this.root.toString()) + ".json";
    memory = cache.map(folder -> new Memory(folder.resolve(VERSION).resolve(name)));
  }

  /**
   * Looks at pictures, several at a time.
   *
   * @param pictures below the root
   * @return the SHA-256 of those that are to be used, in the order of the pictures
   * @throws LetheException if a file cannot be opened; one that is no picture is none of those
   *     returned or, where it is to fail, fails when it is decoded
   */
  public Map<PathImage, String> take(List<PathImage> pictures, Progress progress) {
    Map<String, Seen> before = memory.map(Memory::read).orElseGet(TreeMap::new);
    Map<String, Seen> after = new TreeMap<>();
    Map<PathImage, String> taken = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>();
    boolean decoding = unreadable == Unreadable.SKIP;
    String work = decoding ? "checking pictures" : "hashing pictures";
    int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try (Progress.Task task = progress.begin(work, pictures.size())) {
      List<Future<Look.Result>> looks =
          pictures.stream()
              .map(picture -> pool.submit(new Look(picture, decoding, before.get(key(picture)))))
              .toList();
      for (int i = 0; i < looks.size(); i++) {
        Look.Result result = await(looks.get(i));
        if (result.isLasting()) {
          after.put(key(pictures.get(i)), result.seen());
        }
        String problem = decoding ? result.seen().problem() : null;
        if (problem == null) {
          taken.put(pictures.get(i), result.seen().sha256());
        } else {
          problems.add(pictures.get(i).path() + ": " + problem);
        }
        task.advance(1);
      }
    } finally {
      pool.shutdownNow();
    }
    if (!after.equals(before)) {
      memory.ifPresent(file -> file.write(after));
    }
    tell(problems, progress);
    return taken;
  }

  private String key(PathImage picture) {
    return hash(root.relativize(picture.path().toAbsolutePath().normalize()).toString());
  }

  /** Paths tell who the people are, so that the memory does not hold them. */
  private static String hash(String path) {
    byte[] digest = Sha256.start().digest(path.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, 16);
  }

  private static void tell(List<String> problems, Progress progress) {
    problems.stream().limit(MOST_MESSAGES).forEach(each -> progress.message("skipped: " + each));
    if (problems.size() > MOST_MESSAGES) {
      progress.message("skipped: %d more".formatted(problems.size() - MOST_MESSAGES));
    }
  }

  private static Look.Result await(Future<Look.Result> look) {
    try {
      return look.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof LetheException refused) {
        throw refused;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
