package @package@;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.api.data.CaptionSource;
import dev.lethe.testkit.data.CaptionSourceContractTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class @Class@ContractTest extends CaptionSourceContractTest {
  @TempDir Path folder;

  @Override
  protected CaptionSource source() {
    return source("# all of them\na red disc\n\n  a green star \n");
  }

  @Override
  protected CaptionSource changed() {
    return source("a red disc\na blue star\n");
  }

  @Test
  void commentsAreNoCaptions() {
    assertThat(source().read().lines()).containsExactly("a red disc", "a green star");
  }

  private CaptionSource source(String text) {
    try {
      Path file = Files.writeString(folder.resolve("captions.txt"), text);
      return new @Class@(new @Class@Settings(file, "#"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
