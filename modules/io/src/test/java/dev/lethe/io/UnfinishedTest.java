package dev.lethe.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfinishedTest {
  @TempDir private Path folder;

  @Test
  void whatIsPutInPlaceIsThereWholeAndNothingElseIs() throws IOException {
    try (Unfinished model = Unfinished.of(folder.resolve("model"))) {
      Files.createDirectories(model.path().resolve("in"));
      Files.write(model.path().resolve("in/weights"), new byte[] {7});
      assertThat(folder.resolve("model")).doesNotExist();
      model.putInPlace();
    }
    assertThat(folder.resolve("model/in/weights")).hasBinaryContent(new byte[] {7});
    assertThat(folder.toFile().list()).containsExactly("model");
  }

  @Test
  void whatFailsLeavesWhatWasThereBefore() throws IOException {
    Path file = Files.write(folder.resolve("file"), new byte[] {1});
    assertThatThrownBy(
            () -> {
              try (Unfinished next = Unfinished.of(file)) {
                Files.write(next.path(), new byte[] {2});
                throw new IllegalStateException("no");
              }
            })
        .hasMessage("no");
    assertThat(file).hasBinaryContent(new byte[] {1});
    assertThat(folder.toFile().list()).containsExactly("file");
  }

  @Test
  void whatAKilledProcessLeftOfTheSameGoesFirst() throws IOException {
    Path left;
    try (Unfinished killed = Unfinished.of(folder.resolve("model"))) {
      left = killed.path();
    }
    Files.createDirectories(left.resolve("old"));
    try (Unfinished next = Unfinished.of(folder.resolve("model"))) {
      assertThat(next.path()).isEqualTo(left).doesNotExist();
    }
  }

  @Test
  void somethingUnfinishedTellsItsPlace() {
    Path place = folder.resolve("model");
    try (Unfinished model = Unfinished.of(place)) {
      assertThat(Unfinished.placeOf(model.path())).contains(place);
    }
    assertThat(Unfinished.placeOf(place)).isEmpty();
    assertThat(Unfinished.placeOf(folder.resolve(".hidden"))).isEmpty();
  }
}
