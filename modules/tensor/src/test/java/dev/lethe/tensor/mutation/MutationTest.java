package dev.lethe.tensor.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lethe.tensor.TorchEngine;
import dev.lethe.tensor.pickle.StateDictFile;
import dev.lethe.tensor.safetensors.SafetensorsWriter;
import dev.lethe.tensor.stored.StoredTensor;
import dev.lethe.tensor.stored.StoredType;
import dev.lethe.tensor.stored.TensorContent;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lets a process with a small heap read damaged checkpoints of every format: each is read, or
 * refused in one line, within seconds; anything else ends the process. {@code
 * -Dlethe.mutants=20000} reads more of them.
 */
class MutationTest {
  private static final int MUTANTS = Integer.getInteger("lethe.mutants", 2_000);
  private static final Pattern SUMMARY =
      Pattern.compile(
          "whole: read=8 refused=0\\s+damaged: mutants=(\\d+) refused=(\\d+) read=(\\d+) slowest-ms=(\\d+) children=0\\s*");

  @TempDir Path folder;

  @Test
  void everyDamagedCheckpointIsReadOrRefused() throws Exception {
    Path specimens = folder.resolve("specimens");
    for (String name :
        new String[] {"views", "halves", "checkpoint", "protocol-4", "program", "traced"}) {
      Files.copy(fixture(name + ".pt"), empty(specimens.resolve(name)).resolve("model.pt"));
    }
    safetensors(empty(specimens.resolve("safetensors")));
    shards(empty(specimens.resolve("shards")));
    String output =
        SmallProcess.read("-Xmx64m", specimens, empty(folder.resolve("mutant")), MUTANTS);
    System.out.print(output);
    Matcher summary = SUMMARY.matcher(output);
    assertThat(summary.matches()).as(output).isTrue();
    assertThat(Integer.parseInt(summary.group(1))).isEqualTo(MUTANTS);
    assertThat(Integer.parseInt(summary.group(2))).isGreaterThan(MUTANTS / 4);
    assertThat(Integer.parseInt(summary.group(3))).isGreaterThan(MUTANTS / 20);
  }

  private static void safetensors(Path folder) {
    try (NDManager manager = TorchEngine.open(Device.cpu())) {
      Map<String, TensorContent> contents = new TreeMap<>();
      contents.put("a", TensorContent.of(manager.arange(12f).reshape(3, 4), StoredType.F32));
      contents.put("half", TensorContent.of(manager.arange(7f), StoredType.F16));
      contents.put("brain", TensorContent.of(manager.arange(9f), StoredType.BF16));
      contents.put("nothing", TensorContent.of(manager.create(new Shape(0, 2)), StoredType.F32));
      contents.put("ids", TensorContent.of(manager.create(new long[] {1, 2}), StoredType.I64));
      SafetensorsWriter.writeTyped(folder.resolve("model.safetensors"), contents);
    }
  }

  private static void shards(Path folder) throws IOException, URISyntaxException {
    safetensors(folder);
    Files.move(folder.resolve("model.safetensors"), folder.resolve("model-1.safetensors"));
    Files.copy(fixture("views.pt"), folder.resolve("model-2.bin"));
    StringBuilder map = new StringBuilder("\"a\": \"model-1.safetensors\"");
    try (StateDictFile views = StateDictFile.open(fixture("views.pt"))) {
      for (StoredTensor tensor : views.entries()) {
        map.append(", \"%s\": \"model-2.bin\"".formatted(tensor.name()));
      }
    }
    Files.writeString(
        folder.resolve("model.safetensors.index.json"),
        "{\"metadata\": {\"total_size\": 700}, \"weight_map\": {%s}}".formatted(map));
  }

  private static Path fixture(String name) throws URISyntaxException {
    return Path.of(StateDictFile.class.getResource(name).toURI());
  }

  private static Path empty(Path folder) throws IOException {
    return Files.createDirectories(folder);
  }
}
