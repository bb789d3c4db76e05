package dev.lethe.data.folder;

import dev.lethe.api.CancelledException;
import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * SHA-256 over labels and files, in order: of each label in UTF-8, a zero byte, and the SHA-256 of
 * the file. Says whether two data sets are the same, wherever they lie.
 */
public final class ContentHash {
  private static final int MOST_THREADS = 4;

  private final List<String> labels = new ArrayList<>();
  private final List<Path> files = new ArrayList<>();

  /**
   * Adds a file.
   *
   * @param label what the file is, independent of where it lies: a name relative to its root
   */
  public void add(String label, Path file) {
    labels.add(label);
    files.add(file);
  }

  /**
   * Reads all files, several at a time.
   *
   * @return 64 hexadecimal digits
   * @throws LetheException if a file cannot be read
   */
  public String compute(Progress progress) {
    int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try (Progress.Task task = progress.begin("hashing pictures", files.size())) {
      List<Future<byte[]>> hashes = files.stream().map(f -> pool.submit(() -> hash(f))).toList();
      MessageDigest all = sha256();
      for (int i = 0; i < hashes.size(); i++) {
        all.update(labels.get(i).getBytes(StandardCharsets.UTF_8));
        all.update((byte) 0);
        all.update(await(hashes.get(i)));
        task.advance(1);
      }
      return HexFormat.of().formatHex(all.digest());
    } finally {
      pool.shutdownNow();
    }
  }

  /** Returns a new digest. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static byte[] hash(Path file) {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return digest.digest();
    } catch (IOException e) {
      throw new LetheException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static byte[] await(Future<byte[]> hash) {
    try {
      return hash.get();
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
