package dev.lethe.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class TestDataTest {
  @TempDir Path folder;

  @Test
  void aFileOfTheFolderIsFound() throws IOException {
    Path names = Files.writeString(folder.resolve("names.csv"), "name\nAda\n");
    assertThat(TestData.file("names.csv", Optional.of(folder.toString()))).isEqualTo(names);
  }

  @Test
  void withoutAFolderATestIsSkippedAndSaysHowToGiveOne() {
    assertThatThrownBy(() -> TestData.file("names.csv", Optional.empty()))
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining("names.csv")
        .hasMessageContaining("-Dlethe.test.data=FOLDER or LETHE_TEST_DATA=FOLDER");
  }

  @Test
  void aTestIsSkippedThatNeedsWhatTheFolderLacks() {
    assertThatThrownBy(() -> TestData.file("names.csv", Optional.of(folder.toString())))
        .isInstanceOf(TestAbortedException.class)
        .hasMessage("needs %s, which is not there", folder.resolve("names.csv"));
  }

  @Test
  void aFolderThatIsNoneFailsInsteadOfSkipping() {
    for (String wrong : new String[] {folder.resolve("nowhere").toString(), "relative"}) {
      assertThatThrownBy(() -> TestData.file("names.csv", Optional.of(wrong)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("absolute path, but got " + wrong);
    }
  }
}
