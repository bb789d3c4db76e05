package dev.lethe.data.captions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.UsageException;
import dev.lethe.api.data.CaptionSource;
import dev.lethe.data.Sources;
import dev.lethe.testkit.data.CaptionSourceContractTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptionLinesTest extends CaptionSourceContractTest {
  @TempDir Path folder;

  @Override
  protected CaptionSource source() {
    return source(
        "\ufeffa red disc \r\n\r\n  ein grüner Stern\n\t\na café", StandardCharsets.UTF_8);
  }

  @Override
  protected CaptionSource changed() {
    return source("a red disc\na blue disc", StandardCharsets.UTF_8);
  }

  private CaptionSource source(String text, Charset charset) {
    try {
      Path file = Files.write(folder.resolve("captions.txt"), text.getBytes(charset));
      return source(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CaptionSource source(Path file) {
    return Sources.create(CaptionSource.class, "lines", Map.of("path", file.toString()));
  }

  @Test
  void linesAreStrippedAndBlankOnesDropped() {
    assertThat(source().read().lines()).containsExactly("a red disc", "ein grüner Stern", "a café");
  }

  @Test
  void anotherEncodingIsRefusedWithTheLineAndAdvice() {
    CaptionSource source = source("a disc\na café\n", StandardCharsets.ISO_8859_1);
    assertThatThrownBy(source::read)
        .isExactlyInstanceOf(LetheException.class)
        .hasMessage(
            "captions: "
                + folder.resolve("captions.txt")
                + ", line 2: expected UTF-8, found another encoding; convert the file, for example with: iconv -f WINDOWS-1252 -t UTF-8");
  }

  @Test
  void sixteenBitTextIsRefusedWithWhatConvertsIt() {
    CaptionSource plain = source("a disc\n", StandardCharsets.UTF_16LE);
    assertThatThrownBy(plain::read).hasMessageEndingWith("iconv -f UTF-16LE -t UTF-8");
    CaptionSource marked = source("a disc\n", StandardCharsets.UTF_16);
    assertThatThrownBy(marked::read).hasMessageEndingWith("iconv -f UTF-16 -t UTF-8");
  }

  @Test
  void aCaptionFileOfOldMacsHasOneCaptionALine() {
    CaptionSource source = source("a disc\r\ra cross\ra star", StandardCharsets.UTF_8);
    assertThat(source.read().lines()).containsExactly("a disc", "a cross", "a star");
  }

  @Test
  void aCaptionOfWhichACharacterWasLostIsRefused() {
    CaptionSource source = source("a disc\na caf\ufffd\n", StandardCharsets.UTF_8);
    assertThatThrownBy(source::read).hasMessageContaining("captions.txt, line 2: a character was");
  }

  @Test
  void aFileWithoutCaptionsIsRefused() {
    CaptionSource source = source(" \n\n", StandardCharsets.UTF_8);
    assertThatThrownBy(source::read)
        .isInstanceOf(LetheException.class)
        .hasMessageContaining("has no captions");
  }

  @Test
  void aMissingFileIsNotFoundAndAFolderRefused() {
    assertThatThrownBy(() -> source(folder.resolve("no.txt")))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> source(folder)).isInstanceOf(UsageException.class);
  }
}
