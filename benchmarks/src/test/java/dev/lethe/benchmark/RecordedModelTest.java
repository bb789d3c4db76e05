package dev.lethe.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.api.model.ModelFactory;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.clip.ClipModule;
import dev.lethe.testkit.InProcessExtensions;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.TinyModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedModelTest {
  private static final int STEPS = 3;
  @TempDir Path folder;

  @Test
  void aTrainingIsRecordedWholeAndReadsTheNameThatIsForgotten() throws IOException {
    Path captions = Files.writeString(folder.resolve("captions"), "a cat\na red dog\ntwo birds\n");
    Path names = Files.writeString(folder.resolve("names"), "Ada Moss\n");
    TextDefense defense =
        new TextDefense(
            Arguments.of(
                List.of(
                    "captions=" + captions,
                    "names=" + names,
                    "forget=1",
                    "batch=2",
                    "rate=1e-4",
                    "steps=" + STEPS)));
    Recording recording = new Recording();
    try (TestRunContext context = new TestRunContext(0);
        Lethe lethe = Lethe.computing(Arguments.of(List.of()));
        VisionLanguageModel teacher = tiny(context)) {
      defense
          .defend(
              lethe,
              new RecordedModel(teacher, recording),
              new StepListener(recording::begin, recording::stepDone))
          .model()
          .close();
      int[] name = teacher.text().tokenizer().encode("Ada Moss");
      assertThat(recording.steps()).hasSize(STEPS);
      for (List<int[]> step : recording.steps()) {
        assertThat(step).hasSize(4);
        assertThat(step.stream().filter(text -> holds(text, name))).hasSize(2);
      }
    }
  }

  private VisionLanguageModel tiny(TestRunContext context) {
    ModelFactory factory =
        new InProcessExtensions(List.of(ClipModule::new))
            .open(context)
            .create(ModelFactory.class, "open-clip", Map.of(), "model");
    return TinyModels.create(factory, context.manager(), folder, 7);
  }

  /** Returns whether the inner tokens of one text stand in another. */
  private static boolean holds(int[] text, int[] part) {
    return words(text, 0, text.length).contains(words(part, 1, part.length - 1));
  }

  private static String words(int[] ids, int from, int to) {
    StringBuilder words = new StringBuilder(" ");
    for (int i = from; i < to; i++) {
      words.append(ids[i]).append(' ');
    }
    return words.toString();
  }
}
