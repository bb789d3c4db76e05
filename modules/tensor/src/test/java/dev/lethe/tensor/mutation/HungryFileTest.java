package dev.lethe.tensor.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that make a reader take as much memory as it can be made to take. */
class HungryFileTest {
  private static final String START = "\u0080\2";
  private static final int OBJECTS = 3_000_000;

  @TempDir Path folder;

  @Test
  void noFileMakesTheReaderTakeMoreThanAModestHeap() throws Exception {
    safetensors("brackets", "{\"a\":{\"b\":[" + "[],".repeat(1_000_000) + "[]]}}");
    safetensors("numbers", "{\"a\":{\"shape\":[" + "1,".repeat(1_500_000) + "1]}}");
    safetensors("deep", "{\"a\":".repeat(600_000));
    safetensors("tensors", "{" + tensors(60_000) + "}");
    safetensors("long", "{\"" + "a".repeat(3_000_000) + "\":{}}");
    pickle("lists", START + "]".repeat(OBJECTS) + ".");
    pickle("dicts", START + "}\u0094".repeat(OBJECTS / 2) + ".");
    pickle("items", START + "}K\1Ns".repeat(OBJECTS / 4) + ".");
    pickle("marks", START + "(".repeat(OBJECTS) + ".");
    pickle("classes", START + "c__torch__\n.a\n".repeat(OBJECTS / 14) + ".");
    pickle("nested", START + "]" + "]a".repeat(10) + "\u0085".repeat(OBJECTS) + ".");
    pickle("name", START + "c__torch__\n" + "a".repeat(8_000_000) + "\n)\u0081.");
    String output =
        SmallProcess.read(
            "-Xmx128m",
            folder.resolve("specimens"),
            Files.createDirectories(folder.resolve("scratch")),
            0);
    assertThat(output).contains("whole: read=1 refused=11");
  }

  private static String tensors(int count) {
    return IntStream.range(0, count)
        .mapToObj("\"%x\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}"::formatted)
        .collect(Collectors.joining(","));
  }

  private void safetensors(String name, String header) throws IOException {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(8 + json.length).order(ByteOrder.LITTLE_ENDIAN);
    Files.write(specimen(name), bytes.putLong(json.length).put(json).array());
  }

  private void pickle(String name, String operations) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setMethod(ZipOutputStream.STORED);
      store(zip, "model/data.pkl", operations.getBytes(StandardCharsets.ISO_8859_1));
      store(zip, "model/constants.pkl", new byte[0]);
    }
    Files.write(specimen(name), bytes.toByteArray());
  }

  private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
    CRC32 sum = new CRC32();
    sum.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setSize(content.length);
    entry.setCompressedSize(content.length);
    entry.setCrc(sum.getValue());
    zip.putNextEntry(entry);
    zip.write(content);
  }

  private Path specimen(String name) throws IOException {
    return Files.createDirectories(folder.resolve("specimens").resolve(name)).resolve("model");
  }
}
