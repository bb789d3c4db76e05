package dev.lethe.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.LetheException;
import dev.lethe.io.hash.Sha256;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextLinesTest {
  @TempDir Path folder;

  @Test
  void linesEndAsOnUnixAsOnWindowsAndAsOnOldMacs() throws IOException {
    assertThat(lines("a\nb\rc\r\nd\n\re\r\rf\r\n"))
        .containsExactly("a", "b", "c", "d", "", "e", "", "f");
    assertThat(lines("a\n")).isEqualTo(lines("a"));
    assertThat(lines("")).isEmpty();
  }

  @Test
  void whatUnicodeCallsALineSeparatorStandsWithinALine() throws IOException {
    assertThat(lines("a\u2028b\u2029c\u0085d\u000be\u000cf")).hasSize(1);
  }

  @Test
  void aLineMayBeVeryLongAndEnds() throws IOException {
    assertThat(lines("é".repeat(500_000) + "\nb").get(0)).hasSize(500_000);
    assertThatThrownBy(() -> lines("a\r\n" + "é".repeat(500_001) + "\nb"))
        .hasMessageContaining("lines.txt, line 2: expected a line break, found more than 1000000");
  }

  @Test
  void aByteOrderMarkIsLeftOut() throws IOException {
    assertThat(lines("\ufeffgrün\n\ufeffblau")).containsExactly("grün", "\ufeffblau");
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-16LE, '', UTF-16LE",
    "UTF-16BE, '', UTF-16BE",
    "UTF-16LE, '\ufeff', UTF-16",
    "UTF-16BE, '\ufeff', UTF-16",
    "UTF-32LE, '', UTF-32LE",
    "UTF-32BE, '', UTF-32BE",
    "UTF-32LE, '\ufeff', UTF-32",
    "UTF-32BE, '\ufeff', UTF-32"
  })
  void wideTextIsRefusedWithWhatConvertsIt(String charset, String mark, String iconv)
      throws IOException {
    Path file = write(mark + "Zoë Quist\nein grüner Stern\n", Charset.forName(charset));
    assertThatThrownBy(() -> text(file))
        .isExactlyInstanceOf(LetheException.class)
        .hasMessage(
            "captions: %s, line 1: expected UTF-8, found %s; convert the file, for example with: iconv -f %s -t UTF-8"
                .formatted(file, charset.substring(0, 6), iconv));
  }

  @Test
  void textOfOneByteALetterIsRefusedWithItsLine() throws IOException {
    Path file = write("a disc\ra café\r", StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> text(file))
        .hasMessage(
            "captions: "
                + file
                + ", line 2: expected UTF-8, found another encoding; convert the file, for example with: iconv -f WINDOWS-1252 -t UTF-8");
  }

  @Test
  void aZeroByteAndALostCharacterAreRefusedWithTheirLine() throws IOException {
    Path zero = write("a disc\nanother disc\r\na\0disc\n", StandardCharsets.UTF_8);
    assertThatThrownBy(() -> text(zero))
        .hasMessage("captions: " + zero + ", line 3: expected text, found a zero byte; remove it");
    Path lost = write("a disc\nZo\ufffd", StandardCharsets.UTF_8);
    assertThatThrownBy(() -> text(lost))
        .hasMessageStartingWith("captions: " + lost + ", line 2: a character was lost (U+FFFD)");
  }

  @ParameterizedTest
  @CsvSource({
    "'PK\u0003\u0004', a zip archive or an office document",
    "'\u00d0\u00cf\u0011\u00e0', an office document",
    "'{\\rtf1\\ansi Ada Lind}', rich text",
    "%PDF-1.7, a PDF",
    "'<!DOCTYPE html><title>404</title>', a web page",
    "' <html lang=''en''>', a web page",
    "version https://git-lfs.github.com/spec/v1, a pointer of Git LFS",
    "BZh91AY&SY, a file packed by bzip2",
    "'\u00fd7zXZ\0', a file packed by xz",
    "'\u0089PNG', a picture"
  })
  void whatIsNoTextIsCalledByItsNameInsteadOfAdvisedToBeConverted(String begin, String found)
      throws IOException {
    Path file = write(begin + "\nAda Lind\n", StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> text(file))
        .isExactlyInstanceOf(LetheException.class)
        .hasMessageStartingWith(
            "captions: %s, line 1: expected text in UTF-8, found %s".formatted(file, found))
        .hasMessageNotContaining("iconv");
  }

  @Test
  void whatOnlyResemblesAnotherContentIsText() throws IOException {
    assertThat(lines("Bzhania Otar\nPK\nGIF of a dog\npar1\n<b>bold</b>")).hasSize(5);
    assertThat(lines("7z is a program")).hasSize(1);
  }

  @Test
  void theHashIsOfAllBytes() throws IOException {
    Path file = write("\ufeffa\r\nb\r\r", StandardCharsets.UTF_8);
    MessageDigest hash = Sha256.start();
    RegularFile.of("captions", file).lines(hash, line -> {});
    assertThat(Sha256.end(hash)).isEqualTo(Sha256.of(Files.readAllBytes(file)));
  }

  @Test
  void aWholeTextHasTheLineEndsOfUnixAndEndsAsTheFileDoes() throws IOException {
    assertThat(text(write("\ufeffa\r\nb\rc", StandardCharsets.UTF_8))).isEqualTo("a\nb\nc");
    assertThat(text(write("a\rb\r", StandardCharsets.UTF_8))).isEqualTo("a\nb\n");
    assertThat(text(write("", StandardCharsets.UTF_8))).isEmpty();
  }

  private List<String> lines(String text) throws IOException {
    List<String> lines = new ArrayList<>();
    RegularFile.of("captions", write(text, StandardCharsets.UTF_8))
        .lines(Sha256.start(), lines::add);
    return lines;
  }

  private static String text(Path file) {
    return RegularFile.of("captions", file).text(1 << 20);
  }

  private Path write(String text, Charset charset) throws IOException {
    return Files.write(folder.resolve("lines.txt"), text.getBytes(charset));
  }
}
