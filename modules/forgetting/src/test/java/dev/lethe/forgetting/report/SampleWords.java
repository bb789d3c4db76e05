package dev.lethe.forgetting.report;

import dev.lethe.api.metric.Reading;
import dev.lethe.api.verdict.Limit;
import dev.lethe.api.verdict.Score;
import dev.lethe.api.verdict.Statement;
import java.util.List;
import java.util.Optional;

/** What made-up methods say of their numbers. */
public final class SampleWords {
  private SampleWords() {}

  public static Words of() {
    return new Words(
        new Score(
            "correct prompts", "prompts name one of them rightly", "The more, the better known."),
        List.of(List.of(new Limit("The face is still known.", "Only names were changed.", true))),
        List.of(new Limit("One attack is one attack.", "A stronger one may find more.")),
        SampleWords::statement);
  }

  private static Optional<Statement> statement(Reading reading) {
    return switch (reading.metric().name()) {
      case "zero-shot.top1" ->
          Optional.of(
              new Statement(
                  "Zero-shot accuracy",
                  "Accuracy was %s and is %s.".formatted(reading.before(), reading.after())));
      case "similarity.backdoor" ->
          Optional.of(new Statement("Name read as its target", "A name is read as its target."));
      default -> Optional.empty();
    };
  }
}
