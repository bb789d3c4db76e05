package dev.lethe.tensor.mutation;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
import dev.lethe.tensor.TorchEngine;
import dev.lethe.tensor.checkpoint.TensorFiles;
import dev.lethe.tensor.stored.StoredTensor;
import dev.lethe.tensor.stored.TensorFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Reads the checkpoints in a folder, and damaged copies of them, one after the other. Ends with an
 * error at the first that is neither read nor refused, and leaves that one on the disk.
 */
final class MutantReader {
  private static final String WHOLE = "whole";
  private static final int LONGEST_SECONDS = 600;

  private final ExecutorService reader =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "reader");
            thread.setDaemon(true);
            return thread;
          });
  private final Path folder;
  private int refused;
  private int read;
  private long slowest;

  private MutantReader(Path folder) {
    this.folder = folder;
  }

  /** Takes the folder of the checkpoints, one for the mutants, their number and the seed. */
  public static void main(String[] arguments) throws Exception {
    MutantReader reader = new MutantReader(Path.of(arguments[1]));
    List<Specimen> specimens = Specimen.all(Path.of(arguments[0]));
    for (Specimen specimen : specimens) {
      reader.judge(specimen.whole(reader.folder), WHOLE);
    }
    System.out.printf("whole: read=%d refused=%d%n", reader.read, reader.refused);
    reader.read = 0;
    reader.refused = 0;
    int mutants = Integer.parseInt(arguments[2]);
    long seed = Long.parseLong(arguments[3]);
    for (int i = 0; i < mutants; i++) {
      Specimen specimen = specimens.get(i % specimens.size());
      Specimen other = specimens.get((i / specimens.size()) % specimens.size());
      Path mutant = specimen.damaged(reader.folder, new Damage(seed + i), other);
      reader.judge(mutant, "seed " + (seed + i));
    }
    long children = ProcessHandle.current().children().count();
    System.out.printf(
        "damaged: mutants=%d refused=%d read=%d slowest-ms=%d children=%d%n",
        mutants, reader.refused, reader.read, reader.slowest, children);
  }

  private void judge(Path path, String what) throws Exception {
    long start = System.nanoTime();
    try {
      reader.submit(() -> readAll(path)).get(LONGEST_SECONDS, TimeUnit.SECONDS);
      read++;
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof LetheException error)
          || error.getMessage().lines().count() != 1) {
        throw new IllegalStateException("%s of %s".formatted(what, path), e.getCause());
      }
      refused++;
      if (what.equals(WHOLE)) {
        System.out.println(error.getMessage());
      }
    } catch (TimeoutException e) {
      throw new IllegalStateException("%s of %s hangs".formatted(what, path), e);
    }
    slowest = Math.max(slowest, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  private static void readAll(Path path) {
    try (NDManager manager = TorchEngine.open(Device.cpu());
        TensorFile file = TensorFiles.open(path)) {
      for (StoredTensor tensor : file.entries()) {
        if (file.bytes(tensor.name()).remaining() != tensor.length()) {
          throw new IllegalStateException("other bytes than promised in " + tensor);
        }
        try (NDArray values = file.read(manager, tensor.name())) {
          if (!values.getShape().equals(tensor.shape())) {
            throw new IllegalStateException("another shape than promised in " + tensor);
          }
        }
      }
    }
  }
}
