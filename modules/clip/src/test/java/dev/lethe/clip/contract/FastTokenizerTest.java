package dev.lethe.clip.contract;

import dev.lethe.api.model.Tokenizer;
import dev.lethe.clip.text.Cleaning;
import dev.lethe.clip.text.FastTokenizer;
import dev.lethe.clip.text.TokenizerFile;
import dev.lethe.testkit.TinyModels;
import dev.lethe.testkit.model.TokenizerContractTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class FastTokenizerTest {
  @TempDir static Path folder;

  @Nested
  class BehindTheCleaningOfOpenClip extends TokenizerContractTest {
    @Override
    protected Tokenizer open() {
      return tokenizer(Cleaning.LOWER);
    }
  }

  @Nested
  class WithoutCleaning extends TokenizerContractTest {
    @Override
    protected Tokenizer open() {
      return tokenizer(Cleaning.NONE);
    }
  }

  private static Tokenizer tokenizer(Cleaning cleaning) {
    TokenizerFile file = TokenizerFile.read(TinyModels.tokenizer(folder));
    return FastTokenizer.open(file, cleaning, 48);
  }
}
