package dev.lethe.clip.tokenizer;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lethe.api.LetheException;
import dev.lethe.clip.text.Cleaning;
import dev.lethe.clip.text.FastTokenizer;
import dev.lethe.clip.text.TokenizerFile;
import dev.lethe.tensor.mutation.Damage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Opens changed and damaged copies of a tokenizer and lets each cut texts. What makes the native
 * library panic ends the process and leaves the copy on the disk.
 */
final class MutantTokenizers {
  private static final int CONTEXT = 16;
  private static final List<String> TEXTS =
      List.of(
          "",
          "a photo of a cat!",
          "!!  a\tA\u0301 \u00e9\u0301 <x> <|endoftext|> \ud83d\ude00\u200d <|startoftext|>a",
          "a".repeat(5_000) + "b",
          " \u0301\u0301 ".repeat(200));

  private MutantTokenizers() {}

  /** Takes a tokenizer, a folder for the mutants, their number and the seed. */
  public static void main(String[] arguments) throws Exception {
    Path whole = Path.of(arguments[0]);
    byte[] bytes = Files.readAllBytes(whole);
    ObjectNode json = (ObjectNode) new JsonMapper().readTree(bytes);
    Path mutant = Path.of(arguments[1]).resolve("tokenizer.json");
    int mutants = Integer.parseInt(arguments[2]);
    long seed = Long.parseLong(arguments[3]);
    int read = cuts(whole);
    for (int i = 0; i < mutants; i++) {
      Files.write(
          mutant,
          i % 4 == 0
              ? new Damage(seed + i).of(bytes, "\"{[]}\\".getBytes(StandardCharsets.UTF_8))
              : TokenizerJson.written(new Mutation(seed + i).of(json)));
      read += cuts(mutant);
    }
    System.out.printf("mutants=%d read=%d%n", mutants, read);
  }

  /**
   * Returns 0 if the tokenizer was refused in one line; whatever else is thrown ends the process.
   */
  private static int cuts(Path tokenizer) {
    try (FastTokenizer opened =
        FastTokenizer.open(TokenizerFile.read(tokenizer), Cleaning.NONE, CONTEXT)) {
      for (String text : TEXTS) {
        for (int id : opened.encode(text)) {
          if (id < 0 || id >= opened.vocabularySize()) {
            throw new IllegalStateException("id " + id + " of " + opened.vocabularySize());
          }
        }
      }
      return 1;
    } catch (LetheException e) {
      if (e.getMessage().lines().count() != 1) {
        throw e;
      }
      return 0;
    }
  }
}
