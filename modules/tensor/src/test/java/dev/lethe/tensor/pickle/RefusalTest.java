package dev.lethe.tensor.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lethe.api.LetheException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "system | it names posix.system,",
        "system-by-name-on-stack | it names posix.system,",
        "eval | it names __builtin__.eval,",
        "instance | it makes an instance of os.system,",
        "object | it names os.system,",
        "new-object | it names subprocess.Popen,",
        "getattr | it names __builtin__.getattr,",
        "dotted-name | it names collections.OrderedDict.fromkeys,",
        "build | sets the state of something that is no dict",
        "extension | the operation 0x82 at byte 2",
        "storage-missing | lacks the storage '9'",
        "storage-outside | lacks the storage '/'",
        "storage-longer | has 96 bytes, not those of 25 values of F32",
        "storage-shorter | has 96 bytes, not those of 23 values",
        "storage-huge | has 96 bytes, not those of 2147483647 values",
        "storage-negative | has 96 bytes, not those of -24 values",
        "tensor-longer | does not lie within its storage of 24 values",
        "tensor-behind | a tensor of (24) from value 1 does not lie within",
        "tensor-before | from value -1 does not lie within",
        "tensor-strided-out | does not lie within its storage",
        "tensor-repeated | repeats the values of its storage of 24",
        "tensor-overflowing | larger than any file",
        "tensor-negative | a size or a stride below 0",
        "tensor-without-strides | a tensor has 1 sizes and 0 strides",
        "persistent-text | refers to something outside that is no storage",
        "contains-itself | a dict has a key that is neither a text nor a number",
        "no-tensors | holds no tensors by name",
        "text | holds no tensors by name",
        "endless-text | ends at byte 9, within an operation",
        "huge-number | a number of 255 bytes is too large",
        "unmarked | a mark that is not there",
        "not-utf-8 | is not UTF-8",
        "nothing | ends at byte 0",
        "class-of-a-program | it names __torch__.Module,",
        "program-system | it names posix.system,",
        "program-new-system | it names posix.system,",
        "program-call | its pickle calls what is no function",
        "program-contains-itself | its modules contain each other without end",
        "program-doubles | its modules contain each other without end",
        "program-without-tensors | a program whose modules hold no tensors",
        "program-untyped | it gives a type to nothing"
      })
  void whatAnAttackerWritesIsRefusedByName(String name, String complaint) {
    refuses(Fixtures.file("hostile/" + name + ".pt"), complaint);
  }

  @Test
  void everyAttackIsTested() throws IOException {
    try (Stream<Path> attacks = Files.list(Fixtures.file("hostile"))) {
      assertThat(attacks).hasSize(41);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "legacy.pt | before PyTorch 1.6; convert it",
        "whole-module.pt | it names __main__.Tied, which weights do not need and which could execute code; save only model.state_dict()",
        "quantized.pt | its tensor 'q' is quantized; save it as an ordinary one",
        "subclass.pt | it names __main__.Tagged, which weights do not need",
        "big-endian.pt | its byte order is 'big'",
        "expected.json | does not begin like an archive"
      })
  void otherFormatsAreRefusedWithAdvice(String name, String advice) {
    refuses(Fixtures.file(name), advice);
  }

  @Test
  void everyTruncationIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(Fixtures.file("views.pt"));
    Path cut = folder.resolve("cut.pt");
    for (int length = 0; length < whole.length; length++) {
      refuses(Files.write(cut, Arrays.copyOf(whole, length)), "is no state dict");
    }
  }

  @Test
  void compressedRecordsAreRefused() throws IOException {
    Path file = folder.resolve("compressed.pt");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("views/data.pkl"));
      zip.write(new byte[100]);
    }
    refuses(file, "'views/data.pkl' is compressed");
  }

  private static void refuses(Path file, String complaint) {
    assertThatExceptionOfType(LetheException.class)
        .isThrownBy(() -> StateDictFile.open(file).close())
        .withMessageContaining(complaint)
        .withMessageContaining(file.toString())
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
  }
}
